"""The facts of all entries of an index, as arrays: read once, then only what is new."""

# ruff: noqa: S608  table names are our own

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING, Any

import numpy as np

from documents.search.engines.arrays import FAR, Pairs, joined_pairs, pairs_of
from documents.search.engines.postgres.schema import values_of
from documents.search.terms import POSITIONED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from documents.search.engines.arrays import Mask, Numbers, Scores

type Read = Callable[[str, list[Any]], list[Any]]

READ_AT_ONCE = 4000


class EntryFacts:
    """The entries ascending by their keys, and the mark that the index bore when it was read."""

    def __init__(self, mark: str, keys: Numbers, rows: Sequence[Sequence[Any]]) -> None:
        """Take the rows of some keys: id, moments, day, lengths and values."""
        self.mark = mark
        self.keys = keys
        ids, begins, ends, days, lengths, facets, restricted = (
            zip(*rows, strict=True) if rows else [()] * 7
        )
        self.ids = np.array(ids, np.int64)
        self.visible_from = np.array([_moment(begin) for begin in begins], np.float64)
        self.visible_until = np.array([_moment(end) for end in ends], np.float64)
        self.days = np.array(days, np.int64)
        self.lengths = np.array(lengths, np.int32).reshape(len(rows), len(POSITIONED))
        self.facets = pairs_of(map(values_of, facets))
        self.restricted = pairs_of(map(values_of, restricted))
        self._settle()

    def _settle(self) -> None:
        """Work out what follows from the arrays."""
        self.size = len(self.keys)
        self.alive: Mask = np.ones(self.size, np.bool_)
        means = self.lengths.sum(axis=0, dtype=np.int64) / max(1, self.size)
        self._averages: Scores = np.where(means > 0, means, 1.0)

    def numbers_of(self, keys: Numbers) -> tuple[Numbers, Mask]:
        """Return the numbers of entries, and which of the keys are known at all."""
        if not self.size:
            return np.zeros(len(keys), np.int64), np.zeros(len(keys), np.bool_)
        numbers = np.minimum(np.searchsorted(self.keys, keys), self.size - 1)
        return numbers, self.keys[numbers] == keys

    def relative_lengths(self, name: str, numbers: Numbers) -> Scores:
        """Return how long a field is in some entries, one for the average."""
        at = POSITIONED.index(name)
        relative: Scores = self.lengths[numbers, at] / self._averages[at]
        return relative

    def followed(self, is_kept: Mask, further: EntryFacts) -> EntryFacts:
        """Return those kept, and behind them others, whose keys are all higher."""
        joined = EntryFacts(further.mark, _behind(self.keys[is_kept], further.keys), ())
        for name in ("ids", "visible_from", "visible_until", "days", "lengths"):
            setattr(joined, name, _behind(getattr(self, name)[is_kept], getattr(further, name)))
        offset = int(is_kept.sum())
        for name in ("facets", "restricted"):
            own = _only(getattr(self, name), is_kept)
            setattr(joined, name, joined_pairs([(0, own), (offset, getattr(further, name))]))
        joined._settle()
        return joined


def read_facts(table: str, read: Read, known: EntryFacts | None) -> EntryFacts:
    """Return the facts of an index as it is now, those known already not read again.

    An entry never changes: what is written anew has a key of its own, higher than all before. Only
    what somebody deleted and brought back by taking his work back is lower: then all are read.
    """
    [(mark, packed)] = read(
        f"SELECT (SELECT mark::text FROM {table}_state), "
        f"(SELECT string_agg(int8send(id), '') FROM {table}_entries)",
        [],
    )
    keys = np.sort(np.frombuffer(packed or b"", ">i8").astype(np.int64))
    before = known or EntryFacts("", keys[:0], ())
    missing = keys[~np.isin(keys, before.keys, assume_unique=True)]
    if missing.size and before.size and missing[0] < before.keys[-1]:
        before, missing = EntryFacts("", keys[:0], ()), keys
    for some in batched(missing.tolist(), READ_AT_ONCE):
        rows = read(
            "SELECT id, document_id, visible_from, visible_until, day, lengths, facets, "
            f"restricted_facets FROM {table}_entries WHERE id = ANY(%s) ORDER BY id",
            [list(some)],
        )
        held = np.array([row[0] for row in rows], np.int64)
        further = EntryFacts("", held, [row[1:] for row in rows])
        before = before.followed(np.ones(before.size, np.bool_), further)
    is_kept = np.isin(before.keys, keys, assume_unique=True)
    # What was deleted between the two questions belongs to no one moment: such facts bear no mark.
    is_whole = int(is_kept.sum()) == keys.size
    return before.followed(is_kept, EntryFacts(mark if is_whole else "", keys[:0], ()))


def _moment(moment: datetime | None) -> float:
    return FAR if moment is None else moment.timestamp()


def _behind(first: Any, second: Any) -> Any:
    return np.concatenate([first, second])


def _only(facets: dict[str, Pairs], is_kept: Mask) -> dict[str, Pairs]:
    """Return the values of some entries, which are numbered anew."""
    numbers = np.cumsum(is_kept, dtype=np.int32) - np.int32(1)
    return {
        facet: Pairs(numbers[pairs.entries[inside]], pairs.codes[inside], pairs.names)
        for facet, pairs in facets.items()
        for inside in [is_kept[pairs.entries]]
    }
