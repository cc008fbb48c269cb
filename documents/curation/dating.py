"""Which of a record's dates it is published on, and which one it is sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import DatedFact

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from documents.curation.entry import DateEntry

Role = DatedFact.Role
SORTING = (Role.REPORT, Role.POSTED, Role.UPDATED, Role.EVENT, Role.ISSUED)


@dataclass(frozen=True, slots=True)
class Dating:
    """`precision` and `role` are empty where there is no date."""

    published_on: date | None = None
    published_precision: str = ""
    sorted_on: date | None = None
    sorted_role: str = ""


def dating_of(dates: Sequence[DateEntry]) -> Dating:
    """Return the posted date, else a sole "Updated" date, else the report date, as publication.

    An event or an issue date is never a date of publication. Sorting prefers the report date.
    """
    published = _first(dates, Role.POSTED) or _sole_update(dates) or _first(dates, Role.REPORT)
    ordered = [_first(dates, role) for role in SORTING]
    sorting = next((fact for fact in ordered if fact), None)
    return Dating(
        published_on=published.on if published else None,
        published_precision=published.precision if published else "",
        sorted_on=sorting.on if sorting else None,
        sorted_role=sorting.role if sorting else "",
    )


def _first(dates: Sequence[DateEntry], role: str) -> DateEntry | None:
    return next((fact for fact in dates if fact.role == role), None)


def _sole_update(dates: Sequence[DateEntry]) -> DateEntry | None:
    updates = [fact for fact in dates if fact.role == Role.UPDATED]
    return updates[0] if len(updates) == 1 else None
