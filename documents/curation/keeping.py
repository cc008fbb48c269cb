"""A reader keeps records on lists, notes why, puts them in order, and lets them go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from documents.models import ListEntry, RecordList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import User

    from documents.models import Document

MOVES = {"first": None, "up": -1, "down": 1}
"""By how many places each move goes; the first place has no distance."""


def keep(document: Document, owner: User, name: str, note: str = "") -> ListEntry:
    """Put a record on the owner's list of that name, which is begun if need be.

    A record that is on the list already keeps its place; a note given now replaces the old one.
    """
    record_list, _ = RecordList.objects.get_or_create(owner=owner, name=name)
    entry, is_new = ListEntry.objects.get_or_create(
        record_list=record_list, document=document, defaults={"note": note}
    )
    if note and not is_new:
        annotate(record_list, document.pk, note)
    return entry


@transaction.atomic
def keep_all(documents: Sequence[Document], owner: User, name: str) -> None:
    """Put several records on one list; the first of them stands first there too."""
    for document in reversed(documents):
        keep(document, owner, name)


def annotate(record_list: RecordList, document_id: int, note: str) -> None:
    """Write the note of a record on a list; an empty one takes the old one away."""
    record_list.entries.filter(document=document_id).update(note=note)


@transaction.atomic
def move(record_list: RecordList, document_id: int, where: str) -> None:
    """Put a record first, one place up or one place down; raises KeyError for another word.

    Records kept later stand before all that were moved, until they are moved themselves.
    """
    distance = MOVES[where]
    entries = list(record_list.entries.all())
    at = next((at for at, each in enumerate(entries) if each.document_id == document_id), None)
    if at is None:
        return
    entries.insert(0 if distance is None else max(at + distance, 0), entries.pop(at))
    for place, entry in enumerate(entries, start=1):
        entry.position = place
    ListEntry.objects.bulk_update(entries, ["position"])


def let_go(record_list: RecordList, document_id: int) -> None:
    """Take a record off a list; nothing happens where it is not on it."""
    record_list.entries.filter(document=document_id).delete()
