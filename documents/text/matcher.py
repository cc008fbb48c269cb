"""Finds many names in a text at once, by an automaton over the folded text.

Aho and Corasick (1975), "Efficient string matching: an aid to bibliographic search". Names are
compared without case, width, accents, dashes and line breaks; offsets are those of the text given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
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
    """Built once for a list of names; a name given twice keeps both values."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        from ahocorasick_rs import AhoCorasick

        values: dict[str, list[T]] = {}
        for name, value in names:
            if pattern := _squeezed(name).strip():
                values.setdefault(pattern, []).append(value)
        self._values = [tuple(found) for found in values.values()]
        self.automaton = AhoCorasick(list(values))

    def find(self, text: str) -> list[Match[T]]:
        """Return the leftmost-longest matches in order; they do not overlap."""
        return leftmost_longest(self.find_all(text))

    def find_all(self, text: str) -> list[Match[T]]:
        """Return every match, those inside others too; Latin words match whole only."""
        return list(self._found(_Folded(text)))

    def _found(self, folded: _Folded) -> Iterator[Match[T]]:
        text = folded.text
        hits = self.automaton.find_matches_as_indexes(text, overlapping=True)
        for index, start, end in hits:
            if _cuts_word(text, start) or _cuts_word(text, end):
                continue
            yield Match(folded.at(start), folded.at(end - 1) + 1, self._values[index])


def leftmost_longest[P: Placed](found: Iterable[P]) -> list[P]:
    """Return what is left when of two that overlap the earlier stays, and then the longer."""
    chosen: list[P] = []
    reached = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= reached:
            chosen.append(one)
            reached = one.end
    return chosen


def _squeezed(text: str) -> str:
    return _SPARE.sub("", fold(text).replace("-", " "))


def _cuts_word(text: str, at: int) -> bool:
    """Whether a Latin word or a number runs on across an offset."""
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    return before.isalnum() and after.isalnum() and before < "\u2e80" and after < "\u2e80"


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
