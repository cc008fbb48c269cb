"""Which topics gained most: the last twelve months against the twelve before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from documents.models import Topic
    from documents.overviews.holdings import Holdings

SPAN = timedelta(days=365)
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Rise:
    topic: Topic
    now: int
    before: int

    @property
    def gain(self) -> int:
        return self.now - self.before


def rising(holdings: Holdings, topics: Sequence[Topic], today: date) -> tuple[Rise, ...]:
    """Return the topics with the largest gain in records; those that lost are left out."""
    last = holdings.between(today - SPAN + timedelta(days=1), today)
    earlier = holdings.between(today - 2 * SPAN + timedelta(days=1), today - SPAN)
    rises = [
        Rise(
            topic,
            (holdings.of(topic) & last).bit_count(),
            (holdings.of(topic) & earlier).bit_count(),
        )
        for topic in topics
    ]
    gained = [rise for rise in rises if rise.gain > 0]
    return tuple(sorted(gained, key=lambda rise: (-rise.gain, -rise.now, rise.topic.slug))[:SHOWN])
