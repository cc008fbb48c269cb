"""Finds names that look like two spellings of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALIKE = 88.0
"""Of 100, by rapidfuzz's token_sort_ratio; tuned on plural, hyphen and word order."""


def alike(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the positions of each two names that look alike, the earlier one first."""
    folded = [fold(name).strip() for name in names]
    scores = process.cdist(
        folded, folded, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, workers=1
    )
    found = zip(*scores.nonzero(), strict=True)
    return ((int(one), int(other)) for one, other in found if one < other)
