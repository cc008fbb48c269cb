"""A reader's lists, as far as their records may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from documents.models import Document, RecordList
from documents.overviews.listed import ListedRecord, list_records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import User
    from django.db.models import QuerySet

    from documents.models import Visibility


@dataclass(frozen=True, slots=True)
class KeptRecord:
    record: ListedRecord
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptList:
    """`gone` counts the records that were on the list and are no longer public."""

    records: tuple[KeptRecord, ...]
    gone: int


def lists_of(owner: User, visibility: Visibility) -> QuerySet[RecordList]:
    """Return the owner's lists, each with `record_count`: its records that are still public."""
    counted = Count("entries", filter=visibility.listed("entries__document__"))
    return RecordList.objects.filter(owner=owner).annotate(record_count=counted)


def kept_list(record_list: RecordList, visibility: Visibility) -> KeptList:
    """Return the records of a list with their notes, the one kept last first."""
    notes = dict(record_list.entries.values_list("document", "note"))
    return _kept(list(notes), notes, visibility)


def kept_in_session(ids: Sequence[int], visibility: Visibility) -> KeptList:
    """Return the records that a visitor without an account keeps, the last first."""
    return _kept(list(ids), {}, visibility)


def _kept(ids: list[int], notes: dict[int, str], visibility: Visibility) -> KeptList:
    documents = Document.objects.visible_to(visibility).for_lists().in_order(ids)
    records = list_records(documents, visibility)
    return KeptList(
        records=tuple(KeptRecord(record, notes.get(record.document.pk, "")) for record in records),
        gone=len(ids) - len(records),
    )
