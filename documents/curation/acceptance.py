"""Stores what a curator agreed to: a new record, or a new version of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from documents.curation.checked import save_checked
from documents.curation.citing import relate_citations
from documents.curation.dating import dating_of
from documents.curation.duplicates import propose_relations
from documents.curation.entry import NOTHING, PLAIN_FIELDS, entry_of, in_order
from documents.curation.history import changed_fields, note
from documents.curation.linking import relink
from documents.curation.parts import store_parts
from documents.curation.sources import source_named
from documents.models import Document, Submission

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.curation.entry import Entry


UNREAD = {"kind", "access", "access_note", "access_note_language", "extent", "tags", "source_url"}
"""Fields that no link, relation or citation rests on."""


class ChangedMeanwhileError(ValueError):
    """Somebody else changed the record after it was opened; `stored` is how it stands now."""

    def __init__(self, document: Document, stored: Entry) -> None:
        super().__init__(_("Somebody else changed this record while you were editing it."))
        self.document = document
        self.stored = stored


@transaction.atomic
def accept(
    submission: Submission | None, entry: Entry, *, by: User | None, now: datetime
) -> Document:
    """Make an entry a draft record with its links proposed, all in one transaction.

    The submission is closed and holds the record. Raises ValidationError where a value does not
    fit the record, and ChangedMeanwhileError where the submission became a record already.
    """
    if submission is not None:
        submission = Submission.objects.select_for_update().get(pk=submission.pk)
        if submission.document is not None:
            raise ChangedMeanwhileError(submission.document, entry_of(submission.document))
    document = Document(status=Document.Status.DRAFT)
    _store(document, entry)
    _follow_text(document)
    note(document, "created", by=by, now=now)
    if submission is not None:
        submission.document = document
        submission.state = Submission.State.ACCEPTED
        submission.save(update_fields=["document", "state"])
    return document


@transaction.atomic
def revise(
    document: Document, entry: Entry, *, seen_at: datetime, by: User | None, now: datetime
) -> Document:
    """Store a new version of a record; its links follow the new text, decisions stay.

    `seen_at` is the record's `updated_at` when the curator opened it; ChangedMeanwhileError is
    raised, and nothing is written, where the record changed after that.
    """
    stored = Document.objects.select_for_update().get(pk=document.pk)
    before = entry_of(stored)
    if stored.updated_at != seen_at:
        raise ChangedMeanwhileError(stored, before)
    if before != in_order(entry):
        _store(stored, entry)
        changed = changed_fields(before, entry_of(stored))
        if changed.keys() - UNREAD:
            _follow_text(stored)
        note(stored, "edited", changed, by=by, now=now)
    return stored


def _follow_text(document: Document) -> None:
    """Bring links, relations and citations of a record up to what it says."""
    relink(document)
    propose_relations(document)
    relate_citations(document)


def _store(document: Document, entry: Entry) -> None:
    for name in PLAIN_FIELDS:
        setattr(document, name, getattr(entry, name))
    if entry.source_name and not entry.source_id:
        document.source = source_named(entry.source_name)
    if document.source_id is None:
        document.source_basis = Document.SourceBasis.UNKNOWN
    elif document.source_basis == Document.SourceBasis.UNKNOWN:
        document.source_basis = Document.SourceBasis.CURATOR
    document.related_titles = list(entry.related_titles)
    stored = entry_of(document) if document.pk else NOTHING
    if document.pk is None or stored.dates != entry.dates:
        _date(document, entry)
    save_checked(document)
    store_parts(document, entry, stored)


def _date(document: Document, entry: Entry) -> None:
    dating = dating_of(entry.dates)
    document.published_on = dating.published_on
    document.published_precision = dating.published_precision
    document.sorted_on = dating.sorted_on
    document.sorted_role = dating.sorted_role
