"""Posting lists: laid down in a segment as three plain arrays, read back whole as arrays.

The term tells where its list lies; a list is its number of entries and of positions, then the
steps from entry to entry, how often each entry holds the term, and the positions, each array in
the narrowest whole numbers that hold it. Reading goes through a few names of Whoosh 2.7 that are
not its public interface; the contract tests say when they change.
"""
# ruff: noqa: SLF001

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.reading import TermNotFound

from documents.search.engines.arrays import Numbers

SHIFT = 24
"""A place is the number of the entry shifted by this, plus the position: one sortable integer."""

_HEAD = struct.Struct("<IIBBB")
_EMPTY = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Postings:
    """Which entries hold a term (ascending), how often, and at which positions, entry by entry."""

    entries: Numbers
    frequencies: Numbers
    positions: Numbers

    def places(self, among: Numbers) -> Numbers:
        """Return the places of the term in some of its entries (ascending)."""
        if len(among) == len(self.entries):
            return (np.repeat(among, self.frequencies) << SHIFT) + self.positions
        chosen = np.searchsorted(self.entries, among)
        often = self.frequencies[chosen]
        begins = (np.cumsum(self.frequencies) - self.frequencies)[chosen]
        steps = np.arange(int(often.sum())) - np.repeat(np.cumsum(often) - often, often)
        positions = self.positions[np.repeat(begins, often) + steps]
        return (np.repeat(among, often) << SHIFT) + positions

    def kept(self, is_kept: npt.NDArray[np.bool_]) -> Postings:
        """Return the same without some entries; `is_kept` tells for each entry of the list."""
        positions = self.positions
        if positions.size:
            positions = positions[np.repeat(is_kept, self.frequencies)]
        return Postings(self.entries[is_kept], self.frequencies[is_kept], positions)


NONE = Postings(_EMPTY, _EMPTY, _EMPTY)


def to_bytes(entries: Numbers, frequencies: Numbers, positions: Numbers) -> bytes:
    """Return a list as it is laid down; a list without positions holds each entry once."""
    steps = entries.copy()
    steps[1:] -= entries[:-1]
    arrays = [steps, frequencies, positions]
    if not positions.size:
        arrays[1] = positions
    widths = [_width(array) for array in arrays]
    held = [
        array.astype(f"<u{width}").tobytes() for array, width in zip(arrays, widths, strict=True)
    ]
    return b"".join([_HEAD.pack(len(entries), len(positions), *widths), *held])


def read_postings(reader: Any, offset: int, field: str, term: bytes) -> Postings:
    """Return the postings of a term in one segment, entries numbered from `offset`."""
    try:
        begin, _ = reader._terms.term_info(field, term).extent()
    except (TermNotFound, KeyError):
        return NONE
    read = reader._terms._postfile.get
    count, places, *widths = _HEAD.unpack(read(begin, _HEAD.size))
    arrays = []
    at = begin + _HEAD.size
    for size, width in zip((count, count if places else 0, places), widths, strict=True):
        arrays.append(np.frombuffer(read(at, size * width), f"<u{width}").astype(np.int64))
        at += size * width
    steps, frequencies, positions = arrays
    entries = np.cumsum(steps) + offset
    return Postings(entries, frequencies if places else np.ones(count, np.int64), positions)


def joined(parts: list[Postings], alive: npt.NDArray[np.bool_] | None) -> Postings:
    """Return the postings of all segments as one; entries that were deleted are left out."""
    parts = [part for part in parts if part.entries.size]
    if not parts:
        return NONE
    whole = parts[0]
    if len(parts) > 1:
        whole = Postings(
            np.concatenate([part.entries for part in parts]),
            np.concatenate([part.frequencies for part in parts]),
            np.concatenate([part.positions for part in parts]),
        )
    return whole if alive is None else whole.kept(alive[whole.entries])


def _width(array: Numbers) -> int:
    most = int(array.max()) if array.size else 0
    return 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4
