"""Sets the paragraphs of a text beside those of its translation, by their lengths."""

from __future__ import annotations

import math
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

type Pair = tuple[str, str]

# How many paragraphs of either side make one pair, and what the unusual ones cost: one to one is
# the rule. After W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual
# Corpora", Computational Linguistics 19 (1993), whose priors these are, as minus their logarithms.
_BEADS = {(1, 1): 0.12, (1, 0): 4.6, (0, 1): 4.6, (2, 1): 3.1, (1, 2): 3.1, (2, 2): 4.5}
_VARIANCE = 6.8  # of the length of a translation, for each character
_MOST = 250_000  # pairs looked at; longer texts are paired as they stand


def pair_paragraphs(first: str, second: str) -> tuple[Pair, ...]:
    """Return the paragraphs of both texts side by side; either half of a pair may be empty.

    The lengths are in characters; how many of the second text stand for one of the first is taken
    from the whole texts, so that Chinese and English may stand on either side.
    """
    one, other = _paragraphs(first), _paragraphs(second)
    if len(one) == len(other) or not one or not other or len(one) * len(other) > _MOST:
        return tuple(zip_longest(one, other, fillvalue=""))
    return tuple(_aligned(one, other))


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _aligned(one: Sequence[str], other: Sequence[str]) -> Iterable[Pair]:
    ratio = sum(map(len, other)) / sum(map(len, one))
    steps = _cheapest_steps(one, other, ratio)
    at, there = len(one), len(other)
    pairs: list[Pair] = []
    while at or there:
        left, right = steps[at, there]
        pairs.append(("\n".join(one[at - left : at]), "\n".join(other[there - right : there])))
        at, there = at - left, there - right
    return reversed(pairs)


def _cheapest_steps(
    one: Sequence[str], other: Sequence[str], ratio: float
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each place of both texts the last step of the cheapest way to it."""
    costs = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    places = ((at, there) for at in range(len(one) + 1) for there in range(len(other) + 1))
    for at, there in places:
        for left, right in _BEADS:
            before = costs.get((at - left, there - right))
            if before is None:
                continue
            cost = before + _cost(one[at - left : at], other[there - right : there], ratio)
            if cost < costs.get((at, there), math.inf):
                costs[at, there], steps[at, there] = cost, (left, right)
    return steps


def _cost(one: Sequence[str], other: Sequence[str], ratio: float) -> float:
    """Return how unlikely it is that these paragraphs render each other."""
    expected, found = ratio * sum(map(len, one)), sum(map(len, other))
    deviation = (found - expected) / math.sqrt(_VARIANCE * ratio * max(expected, found, 1.0))
    chance = math.erfc(abs(deviation) / math.sqrt(2))
    return _BEADS[len(one), len(other)] - math.log(max(chance, 1e-12))
