"""Which years of a chart have room for their words: the year below, the number above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.overviews.lettering import width_of

if TYPE_CHECKING:
    from collections.abc import Mapping

FEW = 6
"""So many years have room for all their words on a phone."""
APART = 3
"""Between the numbers of two years."""


@dataclass(frozen=True, slots=True)
class YearWords:
    """`is_between` where the words are left out on a phone."""

    is_labelled: bool
    is_counted: bool
    is_between: bool


def words_of_years(counts: Mapping[int, int], step: float, room: int) -> dict[int, YearWords]:
    """Return what is written at each of `counts`, which has every year and its number in order.

    `step` is the distance of two years and `room` what the label of one takes, in units of the
    view box. The last year is always labelled, and the first of the fullest always counted.
    """
    every = max(1, round(room / step))
    tallest = max(counts.values())
    fullest = max(counts, key=lambda year: counts[year])
    has_room = step >= width_of(f"{tallest:,}") + APART
    return {
        year: YearWords(
            is_labelled=(len(counts) - 1 - place) % every == 0,
            is_counted=year == fullest or has_room,
            is_between=len(counts) > FEW and (len(counts) - 1 - place) % (2 * every) != 0,
        )
        for place, year in enumerate(counts)
    }
