"""Makes a tag a policy theme, suggested with its sentence wherever a text has the word.

The tag itself stays on its records as the free word it is, and its address goes on answering.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from documents.curation.linked_names import relinking_itself
from documents.curation.linking import relink_each
from documents.curation.name_change import NameChange, affected_by
from documents.curation.outcome import check_outcome, digest_of
from documents.curation.topic_editing import NewTopic, add_topic
from documents.curation.trial import tried
from documents.models import Document, OldAddress, Topic, TopicLink

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User
    from taggit.models import Tag


@dataclass(frozen=True, slots=True)
class Promoted:
    """The new theme; `sentences` has the evidence by record, `silent` the tag's other records."""

    topic: Topic
    sentences: dict[int, str]
    silent: frozenset[int]

    @property
    def digest(self) -> str:
        """Return a mark of the outcome, by which a preview is recognised."""
        return digest_of([sorted(self.sentences.items()), sorted(self.silent)])


def preview_promotion(tag: Tag, new: NewTopic, *, now: datetime) -> Promoted:
    """Return what `promote_tag` would do, by doing it and taking it back."""
    return tried(lambda: promote_tag(tag, new, by=None, now=now))


@transaction.atomic
@relinking_itself()
def promote_tag(
    tag: Tag, new: NewTopic, *, by: User | None, now: datetime, expected: str = ""
) -> Promoted:
    """Add a theme of the tag's name and suggest it wherever a text has one of its names.

    Every link waits for a curator, on public records too. Raises ValidationError where a theme has
    the address or the name already, and OtherOutcomeError where the outcome is not the expected.
    """
    _check(new)
    topic = add_topic(new, by=by, now=now, why=_("from the tag “%(name)s”") % {"name": tag.name})
    names = tuple(topic.names.values_list("name", flat=True))
    affected = affected_by(NameChange(topic, added=names)).values_list("pk", flat=True)
    for _done in relink_each(Document.objects.filter(pk__in=list(affected))):
        pass
    sentences = {}
    for link in topic.links.filter(decided_at=None):
        sentences[link.document_id] = link.quote
        if link.status != TopicLink.Status.SUGGESTED:
            link.status = TopicLink.Status.SUGGESTED
            link.save(update_fields=["status"])
    tagged = Document.objects.filter(tags=tag) | Document.objects.filter(keywords=tag)
    silent = set(tagged.values_list("pk", flat=True)) - sentences.keys()
    promoted = Promoted(topic, sentences, frozenset(silent))
    check_outcome(promoted.digest, expected)
    return promoted


def _check(new: NewTopic) -> None:
    themes = Topic.objects.filter(facet=Topic.Facet.THEME)
    names = [name for _language, name in new.names]
    if themes.filter(slug=new.slug).exists() or themes.filter(names__name__in=names).exists():
        raise ValidationError(_("There is a theme of this name already: link the records to it."))
    if OldAddress.objects.filter(kind="theme", slug=new.slug).exists():
        raise ValidationError(_("This address was given up by a merge and leads to that theme."))
