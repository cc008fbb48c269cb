"""Makes records public, takes them back, and puts them in the trash and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from documents.curation.checked import save_checked
from documents.curation.decisions import accept_links
from documents.curation.history import because, note
from documents.curation.merged import check_not_merged
from documents.curation.other_eyes import check_other_eyes
from documents.curation.state import SIGHT, put_out_of_sight, state_of
from documents.models import Document

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from django.contrib.auth.models import User

Status = Document.Status


@transaction.atomic
def publish(
    document: Document,
    *,
    by: User | None,
    now: datetime,
    visible_from: datetime | None = None,
    embargo_until: datetime | None = None,
    topics: Collection[int] | None = None,
) -> Document:
    """Make a record public from `visible_from`, which is now where none is given.

    Every suggested link is accepted; where `topics` is given, only the links to these. Raises
    ValidationError where a second pair of eyes is asked for and `by` accepted the record, and for
    a record that was merged into another.
    """
    document = _locked(document)
    already = document.status == Status.PUBLISHED
    if not already:
        check_not_merged(document)
        check_other_eyes(document, by)
    accept_links(document, by=by, now=now, topics=topics)
    before = state_of(document)
    document.status = Status.PUBLISHED
    document.published_at = (document.published_at if already else None) or now
    document.visible_from = visible_from or (document.visible_from if already else None) or now
    document.embargo_until = embargo_until
    document.withdrawn_reason = ""
    return _store(document, before, by, now)


@transaction.atomic
def submit_for_review(document: Document, *, by: User | None, now: datetime) -> Document:
    """Hand a draft to those who publish; ValidationError for one that was merged."""
    document = _locked(document)
    check_not_merged(document)
    return _put(document, Status.REVIEW, by, now)


@transaction.atomic
def withdraw(document: Document, *, reason: str, by: User | None, now: datetime) -> Document:
    """Take a record back; its address goes on answering, with the reason."""
    document = _locked(document)
    document.withdrawn_reason = reason.strip()
    with because(document.withdrawn_reason):
        return _give_up(document, Status.WITHDRAWN, by, now)


@transaction.atomic
def trash(document: Document, *, by: User | None, now: datetime) -> Document:
    """Put a record in the trash, from where it can be restored."""
    return _give_up(_locked(document), Status.TRASHED, by, now)


@transaction.atomic
def restore(document: Document, *, by: User | None, now: datetime) -> Document:
    """Take a record out of the trash, or a withdrawn one back, as a draft.

    Raises ValidationError for one that was merged into another: it comes back by the undo of that.
    """
    document = _locked(document)
    check_not_merged(document)
    return _put(document, Status.DRAFT, by, now)


def _give_up(document: Document, status: Status, by: User | None, now: datetime) -> Document:
    before = state_of(document)
    put_out_of_sight(document, status, now)
    return _store(document, before, by, now)


def _put(document: Document, status: Status, by: User | None, now: datetime) -> Document:
    before = state_of(document)
    document.status = status
    return _store(document, before, by, now)


def _store(document: Document, before: dict[str, str], by: User | None, now: datetime) -> Document:
    """Store a state and note what differs; why it was withdrawn is the reason of the change."""
    save_checked(document)
    after = state_of(document)
    changed = {name: [before[name], after[name]] for name in SIGHT if before[name] != after[name]}
    if changed:
        note(document, document.status, changed, by=by, now=now)
    return document


def _locked(document: Document) -> Document:
    """Return the record as it is stored now, held until the transaction ends."""
    return Document.objects.select_for_update().get(pk=document.pk)
