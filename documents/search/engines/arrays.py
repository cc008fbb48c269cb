"""What engines that keep the facts of their entries in memory work with: whole arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

type Numbers = npt.NDArray[np.int64]
type Mask = npt.NDArray[np.bool_]
type Scores = npt.NDArray[np.float64]
type Small = npt.NDArray[np.int32]

FAR = float("inf")
"""The moment until which an entry is visible that has no end."""


class Match(NamedTuple):
    """For each entry whether it matches, and its score, zero where it does not."""

    mask: Mask
    scores: Scores


@dataclass(frozen=True, slots=True)
class Pairs:
    """The values of one facet: entry `entries[i]` holds `names[codes[i]]`."""

    entries: Small
    codes: Small
    names: tuple[str, ...]


class Facts(Protocol):
    """The entries of an index at one moment, numbered from nought; days are ordinals, 0 none."""

    size: int
    ids: Numbers
    visible_from: Scores
    visible_until: Scores
    days: Numbers
    alive: Mask
    facets: dict[str, Pairs]
    restricted: dict[str, Pairs]


def pairs_of(rows: Iterable[Mapping[str, Iterable[str]]]) -> dict[str, Pairs]:
    """Return the values that rows hold facet by facet, the entries numbered by their rows."""
    found: dict[str, tuple[list[int], list[int], dict[str, int]]] = {}
    for at, row in enumerate(rows):
        for facet, values in row.items():
            entries, codes, names = found.setdefault(facet, ([], [], {}))
            for value in values:
                entries.append(at)
                codes.append(names.setdefault(value, len(names)))
    return {
        facet: Pairs(np.array(entries, np.int32), np.array(codes, np.int32), tuple(names))
        for facet, (entries, codes, names) in found.items()
    }


def joined_pairs(parts: list[tuple[int, Mapping[str, Pairs]]]) -> dict[str, Pairs]:
    """Return the values of several parts as one, the entries of each numbered from its offset."""
    whole: dict[str, Pairs] = {}
    for facet in dict.fromkeys(facet for _, part in parts for facet in part):
        names: dict[str, int] = {}
        entries, codes = [], []
        for offset, part in parts:
            if pairs := part.get(facet):
                own = [names.setdefault(name, len(names)) for name in pairs.names]
                entries.append(pairs.entries + np.int32(offset))
                codes.append(np.array(own, np.int32)[pairs.codes])
        whole[facet] = Pairs(np.concatenate(entries), np.concatenate(codes), tuple(names))
    return whole
