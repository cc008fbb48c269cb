"""Finds many names in a text at once, by an automaton over the folded text.

Aho and Corasick (1975), "Efficient string matching: an aid to bibliographic search". Names are
compared without case, width, accents, dashes and line breaks; offsets are those of the text given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE = "\u2e80"  # the first character that needs no blank between words
# Blanks that a name may hold or not: more than one in a run, and any between two Han characters.
_SPARE = re.compile(rf"(?<=[{_HAN}]) +(?=[{_HAN}])|(?<= ) +")


class Match[T](NamedTuple):
    """Names found at one place: offsets into the text, and what was stored with the names."""

    start: int
    end: int
    values: tuple[T, ...]


class Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Matcher[T]:
    """Built once for a list of names; a name given twice keeps both values.

    `beside` is another matcher, whose names are found too: names that change are built anew apart
    from the many that never do.
    """

    def __init__(self, names: Iterable[tuple[str, T]], beside: Matcher[T] | None = None) -> None:
        from ahocorasick_rs import AhoCorasick

        values: dict[str, list[T]] = {}
        for name, value in names:
            if pattern := _pattern(name):
                values.setdefault(pattern, []).append(value)
        self._beside = beside
        self._joint: dict[tuple[int, int], tuple[T, ...]] = {}
        self._values = [tuple(found) for found in values.values()]
        self._is_wide = [name[0] >= _WIDE and name[-1] >= _WIDE for name in values]
        self.automaton = AhoCorasick(list(values))

    def find(self, text: str) -> list[Match[T]]:
        """Return the leftmost-longest matches in order; they do not overlap."""
        return leftmost_longest(self.find_all(text))

    def find_all(self, text: str) -> list[Match[T]]:
        """Return every match, those inside others too; Latin words match whole only."""
        folded = _Folded(text)
        if self._beside is None:
            return self.found_in(folded)
        return self._joined(self.found_in(folded), self._beside.found_in(folded))

    def _joined(self, own: Iterable[Match[T]], others: Iterable[Match[T]]) -> list[Match[T]]:
        """Return the matches of both, one where both have one at the same place."""
        found = {match[:2]: match for match in own}
        for match in others:
            place = match[:2]
            known = found.get(place)
            found[place] = match if known is None else self._both(known, match)
        return list(found.values())

    def _both(self, one: Match[T], other: Match[T]) -> Match[T]:
        key = id(one.values), id(other.values)
        values = self._joint.setdefault(key, (*one.values, *other.values))
        return Match(one.start, one.end, values)

    def found_in(self, folded: _Folded) -> list[Match[T]]:
        """Return the matches of this matcher alone."""
        text, places = folded.text, folded.places
        values, is_wide = self._values, self._is_wide
        return [
            Match(places[start], places[end - 1] + 1, values[index])
            for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)
            if is_wide[index] or not (_cuts_word(text, start) or _cuts_word(text, end))
        ]


def leftmost_longest[P: Placed](
    found: Iterable[P], counts: Callable[[P], bool] = lambda _: True
) -> list[P]:
    """Return what is left when of two that overlap the earlier stays, and then the longer.

    What does not count is as if it had not been found; only those that may stay are asked.
    """
    chosen: list[P] = []
    reached = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= reached and counts(one):
            chosen.append(one)
            reached = one.end
    return chosen


@lru_cache(maxsize=1 << 16)
def _pattern(name: str) -> str:
    """Return a name as it is looked for; remembered, since few names of a vocabulary change."""
    return _squeezed(name).strip()


def _squeezed(text: str) -> str:
    return _SPARE.sub("", fold(text).replace("-", " "))


def _cuts_word(text: str, at: int) -> bool:
    """Whether a Latin word or a number runs on across an offset."""
    before, after = text[at - 1 : at], text[at : at + 1]
    return before < _WIDE and after < _WIDE and before.isalnum() and after.isalnum()


class _Folded:
    """A folded text without its spare blanks; `places` tells where each character stood before."""

    def __init__(self, text: str) -> None:
        whole = fold(text).replace("-", " ")
        spare = [match.span() for match in _SPARE.finditer(whole)]
        self.text = whole
        self.places: Sequence[int] = range(len(whole))
        if spare:
            starts = [0, *(end for _, end in spare)]
            ends = [*(start for start, _ in spare), len(whole)]
            kept = list(zip(starts, ends, strict=True))
            self.text = "".join(whole[start:end] for start, end in kept)
            self.places = [place for start, end in kept for place in range(start, end)]
