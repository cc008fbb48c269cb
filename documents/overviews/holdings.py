"""Which readable records each topic, year, kind and source has, as sets that can be intersected.

A set of records is one Python integer with one bit a record: counting is `bit_count`, a cell of the
matrix is `&`. A region, theme or instrument holds what those below it hold; a cluster holds only
what is linked to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from documents.models import Topic
from documents.overviews.counts import current_inventory
from documents.overviews.inventory import Inventory, Records, mask, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from documents.models import Visibility


@dataclass(frozen=True, slots=True)
class Holdings:
    """The records one viewer may count; each mapping gives the set of one topic, year and so on.

    `topics` has the records linked to a topic or to one below it, `direct` those linked to it.
    """

    inventory: Inventory
    topics: Mapping[int, Records]
    direct: Mapping[int, Records]
    facets: Mapping[int, str]
    parents: Mapping[int, int | None]
    slugs: Mapping[tuple[str, str], int]

    @property
    def everything(self) -> Records:
        return self.inventory.present

    @property
    def total(self) -> int:
        return self.inventory.present.bit_count()

    @property
    def years(self) -> Mapping[int, Records]:
        return cast("Mapping[int, Records]", self.inventory.sets["year"])

    @property
    def kinds(self) -> Mapping[str, Records]:
        return cast("Mapping[str, Records]", self.inventory.sets["kind"])

    @property
    def sources(self) -> Mapping[int, Records]:
        return cast("Mapping[int, Records]", self.inventory.sets["source"])

    @property
    def languages(self) -> Mapping[str, Records]:
        return cast("Mapping[str, Records]", self.inventory.sets["language"])

    def find(self, facet: str, slug: str) -> int | None:
        """Return the id of the topic with this slug."""
        return self.slugs.get((facet, slug))

    def above(self, topic: int) -> list[int]:
        """Return the ids of the topics that hold a topic, the nearest first."""
        return _above(topic, self.parents)

    def below(self, topic: int) -> set[int]:
        """Return the id of a topic and of those whose records count for it."""
        if self.facets.get(topic) == Topic.Facet.CLUSTER:
            return {topic}
        return {topic, *(pk for pk in self.direct if topic in self.above(pk))}

    def of(self, topic: Topic) -> Records:
        return self.topics.get(topic.pk, 0)

    def newest(self, records: Records, count: int) -> list[int]:
        """Return the ids of the newest records of a set; undated ones come last."""
        return [self.inventory.ids[bit] for bit in islice(self._newest_first(records), count)]

    def newest_year(self, records: Records) -> int | None:
        """Return the year of the newest dated record of a set."""
        return max((year for year, one in self.years.items() if one & records), default=None)

    def oldest(self, records: Records) -> int | None:
        """Return the id of the oldest dated record of a set."""
        order, days = self.inventory.order, self.inventory.days
        dated = bisect_left(order, 0, key=lambda bit: -days[bit])
        data = records.to_bytes((len(days) + 7) // 8, "little")
        backwards = (order[place] for place in range(dated - 1, -1, -1))
        bit = next((bit for bit in backwards if data[bit >> 3] >> (bit & 7) & 1), None)
        return None if bit is None else self.inventory.ids[bit]

    def between(self, first: date, last: date) -> Records:
        """Return the records sorted by a date within these two, both included."""
        order, days = self.inventory.order, self.inventory.days
        start = bisect_left(order, -last.toordinal(), key=lambda bit: -days[bit])
        end = bisect_right(order, -first.toordinal(), key=lambda bit: -days[bit])
        return mask(order[start:end], len(days)) & self.everything

    def _newest_first(self, records: Records) -> Iterator[int]:
        data = records.to_bytes((len(self.inventory.ids) + 7) // 8, "little")
        return (bit for bit in self.inventory.order if data[bit >> 3] >> (bit & 7) & 1)


def load_holdings(visibility: Visibility) -> Holdings:
    """Return all sets that a viewer may count, by a fixed number of queries."""
    whole = current_inventory()
    inventory = narrowed(whole, whole.present & ~whole.hidden_at(visibility.now))
    rows = list(Topic.objects.order_by().values_list("pk", "facet", "parent", "slug"))
    parents = {pk: parent for pk, _, parent, _ in rows}
    facets = {pk: facet for pk, facet, _, _ in rows}
    direct = _direct(inventory, visibility)
    return Holdings(
        inventory=inventory,
        topics=_with_descendants(direct, parents, facets),
        direct=direct,
        facets=facets,
        parents=parents,
        slugs={(facet, slug): pk for pk, facet, _, slug in rows},
    )


def _direct(inventory: Inventory, visibility: Visibility) -> dict[int, Records]:
    direct = dict(cast("Mapping[int, Records]", inventory.sets["open"]))
    if visibility.reads_licensed:
        for topic, records in cast("Mapping[int, Records]", inventory.sets["restricted"]).items():
            direct[topic] = direct.get(topic, 0) | records
    return direct


def _with_descendants(
    linked: Mapping[int, Records],
    parents: Mapping[int, int | None],
    facets: Mapping[int, str],
) -> dict[int, Records]:
    sets = dict(linked)
    for topic, records in linked.items():
        for above in () if facets[topic] == Topic.Facet.CLUSTER else _above(topic, parents):
            sets[above] = sets.get(above, 0) | records
    return sets


def _above(topic: int, parents: Mapping[int, int | None]) -> list[int]:
    """Return the ids above a topic, the nearest first; a circle is gone round once."""
    above: list[int] = []
    parent = parents.get(topic)
    while parent is not None and parent not in above:
        above.append(parent)
        parent = parents.get(parent)
    return above
