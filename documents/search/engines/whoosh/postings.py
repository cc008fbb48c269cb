"""Reads whole posting lists of Whoosh into arrays.

Whoosh hands out postings one by one; reading a block at a time is more than ten times as quick.
The blocks are reached through private names of Whoosh's own matcher: the package has been frozen
since 2024, its version is pinned, and the contract tests fail at once should they change.
"""
# ruff: noqa: SLF001

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.reading import TermNotFound

type Numbers = npt.NDArray[np.int64]

SHIFT = 24
"""A place is the number of the entry shifted by this, plus the position: one sortable integer."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Which entries hold a term (ascending), how often, and where, as packed positions."""

    entries: Numbers
    frequencies: Numbers
    packed: tuple[bytes, ...]

    def places(self, among: Numbers) -> Numbers:
        """Return the places of the term in some of its entries (ascending)."""
        chosen = np.searchsorted(self.entries, among)
        joined = b"".join([self.packed[at] for at in chosen.tolist()])
        positions = np.frombuffer(joined, dtype=np.uint32).astype(np.int64)
        owners = np.repeat(among, self.frequencies[chosen])
        return (owners << SHIFT) + positions


NONE = Postings(np.empty(0, np.int64), np.empty(0, np.int64), ())


def read_postings(reader: Any, offset: int, field: str, term: str) -> Postings:
    """Return the postings of a term in one segment, entries numbered from `offset`."""
    try:
        matcher = reader._terms.matcher(field, term.encode(), reader.schema[field].format)
    except (TermNotFound, KeyError):
        return NONE
    entries: list[Numbers] = []
    frequencies: list[Numbers] = []
    packed: list[bytes] = []
    while not matcher._atend:
        matcher._read_data()
        deltas, weights, values = matcher._data
        entries.append(np.cumsum(np.array(deltas, np.int64)) + offset)
        frequencies.append(_frequencies(weights, len(deltas)))
        packed.extend(values or ())
        matcher._next_block()
    return Postings(np.concatenate(entries), np.concatenate(frequencies), tuple(packed))


def joined(parts: list[Postings], alive: npt.NDArray[np.bool_] | None) -> Postings:
    """Return the postings of all segments as one; entries that were deleted are left out."""
    parts = [part for part in parts if part.entries.size]
    if not parts:
        return NONE
    whole = Postings(
        np.concatenate([part.entries for part in parts]),
        np.concatenate([part.frequencies for part in parts]),
        tuple(packed for part in parts for packed in part.packed),
    )
    return whole if alive is None else _kept(whole, alive[whole.entries])


def _kept(whole: Postings, kept: npt.NDArray[np.bool_]) -> Postings:
    chosen = np.flatnonzero(kept)
    packed = tuple(whole.packed[at] for at in chosen.tolist()) if whole.packed else ()
    return Postings(whole.entries[chosen], whole.frequencies[chosen], packed)


def _frequencies(weights: Any, count: int) -> Numbers:
    if weights is None:
        return np.ones(count, np.int64)
    if isinstance(weights, float):
        return np.full(count, int(weights), np.int64)
    return np.array(weights, np.int64)
