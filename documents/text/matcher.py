"""Finds many names in a text at once, by an automaton over the folded text.

Aho and Corasick (1975), "Efficient string matching: an aid to bibliographic search". Names are
compared without case, width, accents, dashes and line breaks; offsets are those of the text given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE = "\u2e80"  # the first character that needs no blank between words
# Blanks that a name may hold or not: more than one in a run, and any between two Han characters.
_SPARE = re.compile(rf"(?<=[{_HAN}]) +(?=[{_HAN}])|(?<= ) +")


@dataclass(frozen=True, slots=True)
class Match[T]:
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
        self.automaton = AhoCorasick(list(values))

    def find(self, text: str) -> list[Match[T]]:
        """Return the leftmost-longest matches in order; they do not overlap."""
        return leftmost_longest(self.find_all(text))

    def find_all(self, text: str) -> list[Match[T]]:
        """Return every match, those inside others too; Latin words match whole only."""
        folded = _Folded(text)
        if self._beside is None:
            return list(self.found_in(folded))
        return self._joined(self.found_in(folded), self._beside.found_in(folded))

    def _joined(self, own: Iterable[Match[T]], others: Iterable[Match[T]]) -> list[Match[T]]:
        """Return the matches of both, one where both have one at the same place."""
        found = {(match.start, match.end): match for match in own}
        for match in others:
            place = match.start, match.end
            known = found.get(place)
            found[place] = match if known is None else self._both(known, match)
        return list(found.values())

    def _both(self, one: Match[T], other: Match[T]) -> Match[T]:
        key = id(one.values), id(other.values)
        values = self._joint.setdefault(key, (*one.values, *other.values))
        return Match(one.start, one.end, values)

    def found_in(self, folded: _Folded) -> Iterator[Match[T]]:
        """Give the matches of this matcher alone."""
        text, at = folded.text, folded.at
        for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if not (_cuts_word(text, start) or _cuts_word(text, end)):
                yield Match(at(start), at(end - 1) + 1, self._values[index])


def leftmost_longest[P: Placed](found: Iterable[P]) -> list[P]:
    """Return what is left when of two that overlap the earlier stays, and then the longer."""
    chosen: list[P] = []
    reached = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= reached:
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
    """A folded text without its spare blanks, and the way back to the text as it was."""

    def __init__(self, text: str) -> None:
        whole = fold(text).replace("-", " ")
        self._starts: Sequence[int] = ()
        self._lost: Sequence[int] = ()
        spare = [match.span() for match in _SPARE.finditer(whole)]
        self.text = self._without(whole, spare) if spare else whole

    def _without(self, whole: str, spare: list[tuple[int, int]]) -> str:
        pieces: list[str] = []
        starts: list[int] = []
        lost: list[int] = []
        reached = gone = 0
        for start, end in spare:
            pieces.append(whole[reached:start])
            gone += end - start
            starts.append(end - gone)
            lost.append(gone)
            reached = end
        pieces.append(whole[reached:])
        self._starts, self._lost = starts, lost
        return "".join(pieces)

    def at(self, offset: int) -> int:
        """Return where a character of the squeezed text stands in the text as it was."""
        if not self._starts:
            return offset
        place = bisect_right(self._starts, offset)
        return offset + (self._lost[place - 1] if place else 0)
