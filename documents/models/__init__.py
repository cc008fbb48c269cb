"""The nouns. Import every model from here; the files behind are ours to rearrange."""

from __future__ import annotations

from documents.models.attachment import Attachment
from documents.models.author import Author, Authorship, IssuingBody
from documents.models.change import Change
from documents.models.dates import DatedFact, Precision
from documents.models.document import Document
from documents.models.figure import Figure
from documents.models.image import Image
from documents.models.index_job import HeavyTerms, IndexJob, IndexTarget
from documents.models.kept_counts import KeptCounts
from documents.models.kept_review import KeptReview
from documents.models.link import TopicLink
from documents.models.linked_vocabulary import LinkedVocabulary
from documents.models.login_failure import LoginFailure
from documents.models.membership import Membership
from documents.models.mention import Candidate, Mention
from documents.models.old_address import OldAddress
from documents.models.place import Place
from documents.models.record_list import ListEntry, RecordList
from documents.models.relation import Relation
from documents.models.shipped import ShippedRow
from documents.models.shown_words import shown_sources, shown_tags
from documents.models.signature import Signature, SignatureBand
from documents.models.source import Source, SourceName
from documents.models.submission import Submission
from documents.models.tag import KeywordItem, TagItem
from documents.models.topic import Cluster, Instrument, PolicyTheme, Region, Topic, load_labels
from documents.models.topic_name import TopicName
from documents.models.uncounted_change import UncountedChange
from documents.models.visibility import Visibility, visible_to

__all__ = [
    "Attachment",
    "Author",
    "Authorship",
    "Candidate",
    "Change",
    "Cluster",
    "DatedFact",
    "Document",
    "Figure",
    "HeavyTerms",
    "Image",
    "IndexJob",
    "IndexTarget",
    "Instrument",
    "IssuingBody",
    "KeptCounts",
    "KeptReview",
    "KeywordItem",
    "LinkedVocabulary",
    "ListEntry",
    "LoginFailure",
    "Membership",
    "Mention",
    "OldAddress",
    "Place",
    "PolicyTheme",
    "Precision",
    "RecordList",
    "Region",
    "Relation",
    "ShippedRow",
    "Signature",
    "SignatureBand",
    "Source",
    "SourceName",
    "Submission",
    "TagItem",
    "Topic",
    "TopicLink",
    "TopicName",
    "UncountedChange",
    "Visibility",
    "load_labels",
    "shown_sources",
    "shown_tags",
    "visible_to",
]
