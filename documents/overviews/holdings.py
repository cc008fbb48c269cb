"""Which readable records each topic, year, kind and source has, as sets that can be intersected.

A set of records is one Python integer whose bit n stands for the nth record, newest first: counting
is `bit_count`, a cell of the matrix is `&`, and the newest records are the lowest bits. A region,
theme or instrument holds what those below it hold; a cluster holds only what is linked to it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Document, Topic, TopicLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from documents.models import Visibility

type Records = int


@dataclass(frozen=True, slots=True)
class Holdings:
    """`ids` gives the record of each bit; each mapping gives the set of one topic, year and so on.

    `topics` has for each topic the records linked to it or to one below it, `direct` only the first.
    """

    ids: tuple[int, ...]
    topics: Mapping[int, Records]
    direct: Mapping[int, Records]
    years: Mapping[int, Records]
    kinds: Mapping[str, Records]
    sources: Mapping[int, Records]
    facets: Mapping[int, str]
    parents: Mapping[int, int | None]

    @property
    def everything(self) -> Records:
        return (1 << len(self.ids)) - 1

    def of(self, topic: Topic) -> Records:
        return self.topics.get(topic.pk, 0)

    def newest(self, records: Records, count: int) -> list[int]:
        """Return the ids of the newest records of a set."""
        return [self.ids[bit] for bit, _ in zip(_bits(records), range(count), strict=False)]


def load_holdings(visibility: Visibility) -> Holdings:
    """Return all sets that a viewer may count, by three queries whatever their size."""
    rows = list(
        Document.objects.readable_by(visibility)
        .newest_first()
        .values_list("pk", "sorted_on__year", "kind", "source")
    )
    bit_of = {row[0]: bit for bit, row in enumerate(rows)}
    topics = list(Topic.objects.values_list("pk", "facet", "parent"))
    parents = {pk: parent for pk, _, parent in topics}
    facets = {pk: facet for pk, facet, _ in topics}
    linked = _masks(_linked(visibility, bit_of), len(rows))
    return Holdings(
        ids=tuple(bit_of),
        topics=_with_descendants(linked, parents, facets),
        direct=linked,
        years=_masks(((row[1], bit) for bit, row in enumerate(rows) if row[1]), len(rows)),
        kinds=_masks(((row[2], bit) for bit, row in enumerate(rows)), len(rows)),
        sources=_masks(((row[3], bit) for bit, row in enumerate(rows) if row[3]), len(rows)),
        facets=facets,
        parents=parents,
    )


def _linked(visibility: Visibility, bit_of: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    links = TopicLink.objects.filter(visibility.links()).values_list("topic", "document")
    return ((topic, bit_of[document]) for topic, document in links if document in bit_of)


def _with_descendants(
    linked: Mapping[int, Records],
    parents: Mapping[int, int | None],
    facets: Mapping[int, str],
) -> dict[int, Records]:
    sets = dict(linked)
    for topic, records in linked.items():
        above = None if facets[topic] == Topic.Facet.CLUSTER else parents[topic]
        while above is not None:
            sets[above] = sets.get(above, 0) | records
            above = parents[above]
    return sets


def _masks[Key](pairs: Iterable[tuple[Key, int]], length: int) -> dict[Key, Records]:
    """Return one set a key; a byte array is filled first, since an integer would be copied."""
    size = (length + 7) // 8
    filled: defaultdict[Key, bytearray] = defaultdict(lambda: bytearray(size))
    for key, bit in pairs:
        filled[key][bit >> 3] |= 1 << (bit & 7)
    return {key: int.from_bytes(data, "little") for key, data in filled.items()}


def _bits(records: Records) -> Iterator[int]:
    while records:
        lowest = records & -records
        yield lowest.bit_length() - 1
        records ^= lowest
