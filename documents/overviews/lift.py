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
        lift_of(pk, (others & records).bit_count(), here * others.bit_count() / total)
        for pk, others in holdings.topics.items()
        if here and others and pk in holdings.direct and pk not in left_out
    ]
    often = [one for one in found if one.low > 1 and one.together >= LEAST_TOGETHER]
    seldom = [one for one in found if one.high < 1]
    return Lifts(
        often=tuple(sorted(often, key=lambda one: (-one.low, one.topic))[:MOST_OFTEN]),
        seldom=tuple(sorted(seldom, key=lambda one: (one.high, one.topic))[:MOST_SELDOM]),
    )


def lift_of(topic: int, together: int, expected: float) -> Lift:
    """Return a lift with its bounds at 95 %, the count taken as a Poisson variable.

    Bounds by Byar's approximation (Breslow & Day, Statistical Methods in Cancer Research II, 1987,
    p. 69): close to exact also for small counts, and cautious where one topic is on most records.
    """
    return Lift(
        topic,
        together,
        expected,
        low=_bound(together, -Z) / expected if together else 0.0,
        high=_bound(together + 1, Z) / expected,
    )


def _bound(count: int, z: float) -> float:
    return count * max(0.0, 1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3
