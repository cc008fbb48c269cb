"""Which topics share more records with one, or fewer, than chance would give: their lift."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from documents.overviews.holdings import Holdings

LEAST_TOGETHER = 3
"""Fewer records together say nothing, however rare both topics are."""

MOST_OFTEN, MOST_SELDOM = 8, 4
Z = 1.96
"""The interval holds the true lift 19 times in 20."""


@dataclass(frozen=True, slots=True)
class Lift:
    """`together` records have both topics where `expected` would if the two had nothing in common.

    `low` and `high` bound the lift at 95 %.
    """

    topic: int
    together: int
    expected: float
    low: float
    high: float

    @property
    def value(self) -> float:
        """The records together as a multiple of those expected."""
        return self.together / self.expected


@dataclass(frozen=True, slots=True)
class Lifts:
    """Topics that stand out beside one, and those that are seldom beside it; surest first."""

    often: tuple[Lift, ...] = ()
    seldom: tuple[Lift, ...] = ()

    @property
    def topics(self) -> set[int]:
        return {lift.topic for lift in (*self.often, *self.seldom)}


def lifts_of(topic: int, holdings: Holdings, without: Collection[int]) -> Lifts:
    """Return the topics whose lift beside a topic differs from 1 beyond what chance explains.

    A topic counts with what lies below it, and only where a record names it itself. Those of
    `without`, which belong to the topic anyway, are left out.
    """
    records, total = holdings.topics.get(topic, 0), holdings.total
    here = records.bit_count()
    left_out = set(without)
    found = [
        lift_of(pk, (others & records).bit_count(), (here, others.bit_count()), total)
        for pk, others in holdings.topics.items()
        if here and others and pk in holdings.direct and pk not in left_out
    ]
    often = [one for one in found if one.low > 1 and one.together >= LEAST_TOGETHER]
    seldom = [one for one in found if one.high < 1]
    return Lifts(
        often=tuple(sorted(often, key=lambda one: (-one.low, one.topic))[:MOST_OFTEN]),
        seldom=tuple(sorted(seldom, key=lambda one: (one.high, one.topic))[:MOST_SELDOM]),
    )


def lift_of(topic: int, together: int, each: tuple[int, int], total: int) -> Lift:
    """Return the lift of two topics on `each` so many of all records, with its bounds at 95 %.

    The records of the rarer topic are a sample, those of them on the other topic its share: bounds
    by Wilson's score (1927), the size of the sample corrected for a finite base (Cochran, Sampling
    Techniques, 1977, 2.6). Both hold for small counts too.
    """
    size, other = min(each), max(each)
    share = other / total
    # A sample that is the whole base leaves nothing to chance; it is taken as one record less.
    effective = size * (total - 1) / max(total - size, 1)
    low, high = _wilson(together / size, max(effective, 1.0))
    return Lift(topic, together, size * share, low / share, high / share)


def _wilson(share: float, size: float) -> tuple[float, float]:
    square = Z**2 / size
    middle = share + square / 2
    reach = Z * math.sqrt(share * (1 - share) / size + square / (4 * size))
    return max(0.0, middle - reach) / (1 + square), (middle + reach) / (1 + square)
