"""A reader keeps records on lists, notes why, and lets them go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.models import ListEntry, RecordList

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from documents.models import Document


def keep(document: Document, owner: User, name: str, note: str = "") -> ListEntry:
    """Put a record on the owner's list of that name, which is begun if need be.

    A record that is on the list already keeps its place; a note given now replaces the old one.
    """
    record_list, _ = RecordList.objects.get_or_create(owner=owner, name=name)
    entry, is_new = ListEntry.objects.get_or_create(
        record_list=record_list, document=document, defaults={"note": note}
    )
    if note and not is_new:
        entry.note = note
        entry.save(update_fields=["note"])
    return entry


def let_go(record_list: RecordList, document_id: int) -> None:
    """Take a record off a list; nothing happens where it is not on it."""
    record_list.entries.filter(document=document_id).delete()
