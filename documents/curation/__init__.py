"""What an editor does to records. Every deliberate write to a document goes through here."""

from __future__ import annotations

from documents.curation.acceptance import ChangedMeanwhileError, accept, revise
from documents.curation.decisions import AddedLink, Decisions, Meaning, decide
from documents.curation.difference import Difference, differences, shown_changes
from documents.curation.entry import BEIJING, DateEntry, Entry, entry_of
from documents.curation.evidence import (
    Evidence,
    SourceLine,
    caption_evidence,
    date_evidence,
    evidence_of,
    source_lines,
)
from documents.curation.history import because, together
from documents.curation.kept_reviews import hand_in, keep_review, load_kept, never_handed_in
from documents.curation.offers import Offer, Offers, Question, offers_of, offers_of_record
from documents.curation.publication import publish, restore, submit_for_review, trash, withdraw
from documents.curation.reading import Reading, draft_of, entitle, read
from documents.curation.reverting import CannotRevertError, revert, undo
from documents.curation.submissions import (
    DuplicateTextError,
    check_text,
    load_next,
    set_aside,
    submit,
    take_up,
)

__all__ = [
    "BEIJING",
    "AddedLink",
    "CannotRevertError",
    "ChangedMeanwhileError",
    "DateEntry",
    "Decisions",
    "Difference",
    "DuplicateTextError",
    "Entry",
    "Evidence",
    "Meaning",
    "Offer",
    "Offers",
    "Question",
    "Reading",
    "SourceLine",
    "accept",
    "because",
    "caption_evidence",
    "check_text",
    "date_evidence",
    "decide",
    "differences",
    "draft_of",
    "entitle",
    "entry_of",
    "evidence_of",
    "hand_in",
    "keep_review",
    "load_kept",
    "load_next",
    "never_handed_in",
    "offers_of",
    "offers_of_record",
    "publish",
    "read",
    "restore",
    "revert",
    "revise",
    "set_aside",
    "shown_changes",
    "source_lines",
    "submit",
    "submit_for_review",
    "take_up",
    "together",
    "trash",
    "undo",
    "withdraw",
]
