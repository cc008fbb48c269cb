"""Records in the trash or withdrawn: when, by whom and for which other each was given up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Change, Document, OldAddress

if TYPE_CHECKING:
    from collections.abc import Iterable

GIVING_UP = ("trashed", "withdrawn", "merged")


@dataclass(frozen=True, slots=True)
class GivenUp:
    """`change` is None where the history does not know; `into` is the record it was merged into."""

    document: Document
    change: Change | None
    into: Document | None


def given_up(documents: Iterable[Document]) -> list[GivenUp]:
    """Return the same records in order, by three queries."""
    records = list(documents)
    ids = [one.pk for one in records]
    noted = Change.objects.filter(noun="document", object_id__in=ids, verb__in=GIVING_UP)
    changes = {one.object_id: one for one in noted.select_related("by").order_by("at", "pk")}
    moved = OldAddress.objects.present_records(ids)
    present = Document.objects.for_lists().in_bulk(set(moved.values()))
    return [GivenUp(one, changes.get(one.pk), present.get(moved.get(one.pk, 0))) for one in records]
