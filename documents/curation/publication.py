"""Makes records public, takes them back, and puts them in the trash and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from documents.curation.decisions import accept_links
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

    Every suggested link is accepted; where `topics` is given, only the links to these.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    accept_links(document, by=by, now=now, topics=topics)
    already = document.status == Status.PUBLISHED
    document.status = Status.PUBLISHED
    document.published_at = (document.published_at if already else None) or now
    document.visible_from = visible_from or (document.visible_from if already else None) or now
    document.embargo_until = embargo_until
    document.withdrawn_reason = ""
    document.full_clean()
    document.save()
    return document


@transaction.atomic
def submit_for_review(document: Document) -> Document:
    """Hand a draft to those who publish."""
    return _put(document, Status.REVIEW)


@transaction.atomic
def withdraw(document: Document, *, reason: str) -> Document:
    """Take a record back; its address goes on answering, with the reason."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    document.withdrawn_reason = reason.strip()
    return _put(document, Status.WITHDRAWN)


@transaction.atomic
def trash(document: Document) -> Document:
    """Put a record in the trash, from where it can be restored."""
    return _put(document, Status.TRASHED)


@transaction.atomic
def restore(document: Document) -> Document:
    """Take a record out of the trash, or a withdrawn one back, as a draft."""
    return _put(document, Status.DRAFT)


def _put(document: Document, status: Document.Status) -> Document:
    document.status = status
    document.full_clean()
    document.save()
    return document
