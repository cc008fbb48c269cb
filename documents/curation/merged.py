"""Tells whether a record was merged into another, and into which one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.curation.merges import open_merges
from documents.models import Change, Document, OldAddress

if TYPE_CHECKING:
    from datetime import datetime


def merged_into(document: Document) -> Document | None:
    """Return the record that stands for a merged one now, merge after merge; None for others."""
    present = OldAddress.objects.present_record(document.pk)
    return None if present is None else Document.objects.filter(pk=present).first()


def check_not_merged(document: Document) -> None:
    """Raise ValidationError for a merged record: its address leads to another."""
    into = merged_into(document)
    if into is not None:
        said = _("It was merged into “%(title)s”: undo the merge, and it is back.")
        raise ValidationError(said % {"title": into.title})


def merges_into(document: Document, now: datetime) -> list[Change]:
    """Return the merges of other records into this one that can be undone still."""
    return [one for one in open_merges(Change.Noun.DOCUMENT, now) if one.object_id == document.pk]
