"""Quantities that a text states: value, unit, what is counted, the sentence, a target's year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.zone import Zone


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """`value` in `unit` as written ("62.8", "billion yuan"); `as_written` is `text[start:end]`."""

    zone: str
    start: int
    end: int
    value: float
    unit: str
    what: str
    as_written: str
    quote: str
    due_year: int | None = None


def find_figures(zones: Sequence[Zone]) -> tuple[FoundFigure, ...]:
    """Return the figures in the order of the text."""
    del zones
    return ()
