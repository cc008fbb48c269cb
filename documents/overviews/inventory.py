"""All published records as sets of bits, and how a few of them are counted anew.

A record keeps its bit for as long as the inventory lives; bits are in no order, so a change touches
no other record. What a viewer may see of it at a moment is a `Holdings`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date

type Records = int
"""A set of records: bit n stands for the record in place n."""

type Key = int | str
type Sets = dict[str, dict[Key, Records]]

GROUPS = ("year", "kind", "source", "language", "open", "restricted")
"""`open` and `restricted` are links by topic; the latter rest on licensed text only."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Facts(NamedTuple):
    """What is counted of a published record."""

    pk: int
    sorted_on: date | None
    kind: str
    source: int | None
    language: str
    visible_from: datetime
    embargo_until: datetime | None


class Linked(NamedTuple):
    document: int
    topic: int
    is_restricted: bool


@dataclass(frozen=True, slots=True)
class Inventory:
    """`ids`, `days` and `moments` have one place a bit.

    `days` are proleptic ordinals of the date a record is sorted by, 0 for none; `moments` are the
    microseconds since 1970 from which its text is public. A place given up keeps its old values and
    is in no set; `present` has the others, `order` their bits with the newest record first and
    `arrivals` with the one last made public first.
    """

    ids: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    moments: tuple[int, ...] = ()
    present: Records = 0
    order: tuple[int, ...] = ()
    arrivals: tuple[int, ...] = ()
    sets: Sets = field(default_factory=lambda: {group: {} for group in GROUPS})

    def __len__(self) -> int:
        return len(self.order)

    def hidden_at(self, now: datetime) -> Records:
        """Return the records whose text is not public yet at a moment."""
        moment, moments = moment_of(now), self.moments
        later = takewhile(lambda bit: moments[bit] > moment, self.arrivals)
        return mask(later, len(self.ids)) & self.present


def moment_of(when: datetime) -> int:
    """Return a moment as whole microseconds since 1970."""
    return (when - _EPOCH) // _MICROSECOND


def recounted(
    inventory: Inventory,
    changed: Collection[int],
    facts: Iterable[Facts],
    links: Iterable[Linked],
) -> Inventory:
    """Return the inventory with the changed records counted anew.

    `facts` has those of the changed records that are published now, `links` their accepted links;
    a link of a record without facts is left out.
    """
    bit_of = _bits_of(inventory, changed)
    left = ~mask(bit_of.values(), len(inventory.ids))
    columns = _Columns(list(inventory.ids), list(inventory.days), list(inventory.moments))
    added: defaultdict[tuple[str, Key], list[int]] = defaultdict(list)
    kept: dict[int, int] = {}
    for each in facts:
        kept[each.pk] = bit = columns.put(each, bit_of.get(each.pk))
        for key in _keys(each):
            added[key].append(bit)
    for link in links:
        if link.document in kept:
            group = "restricted" if link.is_restricted else "open"
            added[group, link.topic].append(kept[link.document])
    present = inventory.present & left | mask(kept.values(), len(columns.ids))
    return Inventory(
        ids=tuple(columns.ids),
        days=tuple(columns.days),
        moments=tuple(columns.moments),
        present=present,
        order=_ordered(inventory.order, bit_of, kept, columns.newest),
        arrivals=_ordered(inventory.arrivals, bit_of, kept, columns.latest),
        sets=_sets(inventory.sets, left, added, len(columns.ids)),
    )


def narrowed(inventory: Inventory, readable: Records) -> Inventory:
    """Return the inventory without the records outside a set."""
    if readable == inventory.present:
        return inventory
    sets = {
        group: {key: left for key, records in one.items() if (left := records & readable)}
        for group, one in inventory.sets.items()
    }
    return replace(inventory, present=readable, sets=sets)


def counts_in[K](records: Records, sets: Mapping[K, Records]) -> dict[K, int]:
    """Return how many of the records are in each set; a set with none of them is left out."""
    counts = {key: (records & others).bit_count() for key, others in sets.items()}
    return {key: count for key, count in counts.items() if count}


def mask(chosen: Iterable[int], length: int) -> Records:
    """Return the set of some bits; a byte array is filled, since an integer would be copied."""
    filled = bytearray((length + 7) // 8)
    for bit in chosen:
        filled[bit >> 3] |= 1 << (bit & 7)
    return int.from_bytes(filled, "little")


def bits(records: Records) -> Iterator[int]:
    """Give the bits of a set, lowest first."""
    data = records.to_bytes((records.bit_length() + 7) // 8, "little")
    for place, byte in enumerate(data):
        rest = byte
        while rest:
            lowest = rest & -rest
            yield (place << 3) + lowest.bit_length() - 1
            rest ^= lowest


@dataclass(slots=True)
class _Columns:
    ids: list[int]
    days: list[int]
    moments: list[int]

    def put(self, facts: Facts, bit: int | None) -> int:
        """Write a record to its place, or to a new one, and return the place."""
        day = facts.sorted_on.toordinal() if facts.sorted_on else 0
        public_at = max(facts.visible_from, facts.embargo_until or facts.visible_from)
        moment = moment_of(public_at)
        if bit is None:
            self.ids.append(facts.pk)
            self.days.append(day)
            self.moments.append(moment)
            return len(self.ids) - 1
        self.ids[bit], self.days[bit], self.moments[bit] = facts.pk, day, moment
        return bit

    def newest(self, bit: int) -> tuple[int, int]:
        return self.days[bit], self.ids[bit]

    def latest(self, bit: int) -> tuple[int, int]:
        return self.moments[bit], self.ids[bit]


def _bits_of(inventory: Inventory, changed: Collection[int]) -> dict[int, int]:
    wanted = set(changed)
    if not wanted:
        return {}
    return {inventory.ids[bit]: bit for bit in inventory.order if inventory.ids[bit] in wanted}


def _keys(facts: Facts) -> Iterator[tuple[str, Key]]:
    yield "kind", facts.kind
    yield "language", facts.language
    if facts.sorted_on:
        yield "year", facts.sorted_on.year
    if facts.source:
        yield "source", facts.source


def _ordered(
    before: Iterable[int],
    gone: Mapping[int, int],
    kept: Mapping[int, int],
    key: Callable[[int], tuple[int, int]],
) -> tuple[int, ...]:
    """Return the bits in falling order; what was in order is left so, which sorts quickly."""
    left = set(gone.values())
    order = [bit for bit in before if bit not in left]
    order.extend(kept.values())
    order.sort(key=key, reverse=True)
    return tuple(order)


def _sets(
    before: Mapping[str, Mapping[Key, Records]],
    left: Records,
    added: Mapping[tuple[str, Key], list[int]],
    length: int,
) -> Sets:
    sets: Sets = {
        group: {key: rest for key, records in before[group].items() if (rest := records & left)}
        for group in GROUPS
    }
    for (group, key), chosen in added.items():
        sets[group][key] = sets[group].get(key, 0) | mask(chosen, length)
    return sets
