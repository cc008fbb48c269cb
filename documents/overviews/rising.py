"""Which topics gained most: the last twelve months against the twelve before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from documents.models import Topic
    from documents.overviews.holdings import Holdings
    from documents.overviews.inventory import Records

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


@dataclass(frozen=True, slots=True)
class Gain:
    """The records of a topic, by its number, in the last twelve months and in those before."""

    topic: int
    now: int
    before: int


def rising(holdings: Holdings, topics: Sequence[Topic], today: date) -> tuple[Rise, ...]:
    """Return the topics with the largest gain in records; those that lost are left out."""
    known = {topic.pk: topic for topic in topics}
    gained = gains(holdings, known, holdings.everything, today)
    return tuple(Rise(known[one.topic], one.now, one.before) for one in gained)


def gains(
    holdings: Holdings, topics: Iterable[int], records: Records, today: date
) -> tuple[Gain, ...]:
    """Return the largest gains of topics within a set of records, the largest first."""
    last = records & holdings.between(today - SPAN + timedelta(days=1), today)
    earlier = records & holdings.between(today - 2 * SPAN + timedelta(days=1), today - SPAN)
    found = (
        Gain(
            topic,
            (holdings.topics.get(topic, 0) & last).bit_count(),
            (holdings.topics.get(topic, 0) & earlier).bit_count(),
        )
        for topic in topics
    )
    gained = [one for one in found if one.now > one.before]
    return tuple(sorted(gained, key=_largest_first)[:SHOWN])


def _largest_first(gain: Gain) -> tuple[int, int, int]:
    return gain.before - gain.now, -gain.now, gain.topic
