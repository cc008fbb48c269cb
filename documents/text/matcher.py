"""Finds many names in a text at once, by an automaton over the folded text.

Aho and Corasick (1975), "Efficient string matching: an aid to bibliographic search". Names are
compared without case, width, accents, dashes and line breaks; offsets are those of the text given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE = "\u2e80"  # the first character that needs no blank between words
# What runs on in a Latin word or a number.
_NARROW = frozenset(chr(number) for number in range(ord(_WIDE)) if chr(number).isalnum())
# Blanks that a name may hold or not: more than one in a run, and any between two Han characters.
_SPARE = re.compile(rf" (?: +|(?<=[{_HAN}] )(?=[{_HAN}]))")
_IS_HAN = re.compile(f"[{_HAN}]")
_PARAGRAPH, _GAP = "\n\n", "\0\0"


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
        self._values = {pattern: tuple(found) for pattern, found in values.items()}
        self._is_wide = [name[0] >= _WIDE and name[-1] >= _WIDE for name in values]
        self.automaton = AhoCorasick(list(values))

    def find(self, text: str) -> list[Match[T]]:
        """Return the leftmost-longest matches in order; they do not overlap."""
        matches = (
            Match(start, -end, self.values_of(text[start:-end])) for start, end in self.places(text)
        )
        return leftmost_longest(matches)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where names stand, those inside others too, in order and the longest first.

        A place is its start and its end below zero. Latin words are found whole only; no name is
        found across an empty line.
        """
        folded = _folded(text)
        found = set(self.found_in(folded))
        if self._beside is not None:
            found.update(self._beside.found_in(folded))
        return list(folded.unfolded(sorted(found)))

    def values_of(self, surface: str) -> tuple[T, ...]:
        """Return the values of the names that are written so."""
        pattern = _squeezed(surface)
        beside = self._beside.values_of(surface) if self._beside else ()
        return (*self._values.get(pattern, ()), *beside)

    def found_in(self, folded: _Folded) -> list[tuple[int, int]]:
        """Return the places in the folded text; a blank more than it has stands for both ends."""
        text, is_wide = f"{folded.text} ", self._is_wide
        return [
            (start, -end)
            for index, start, end in self.automaton.find_matches_as_indexes(
                folded.text, overlapping=True
            )
            if is_wide[index]
            or not (
                (text[start - 1] in _NARROW and text[start] in _NARROW)
                or (text[end] in _NARROW and text[end - 1] in _NARROW)
            )
        ]


def leftmost_longest[P: Placed](found: Iterable[P]) -> list[P]:
    """Return what is left when of two that overlap the earlier stays, and then the longer."""
    by_length = sorted(found, key=attrgetter("end"), reverse=True)
    return first_of_overlapping(sorted(by_length, key=attrgetter("start")))


def first_of_overlapping[P: Placed](
    ordered: Iterable[P], counts: Callable[[P], bool] = lambda _: True
) -> list[P]:
    """Return those that do not overlap one that is kept before them.

    What does not count is as if it had not been found; only those that may stay are asked.
    """
    chosen: list[P] = []
    reached = 0
    for one in ordered:
        if one.start >= reached and counts(one):
            chosen.append(one)
            reached = one.end
    return chosen


@lru_cache(maxsize=1 << 16)
def _pattern(name: str) -> str:
    """Return a name as it is looked for; remembered, since few names of a vocabulary change."""
    return _squeezed(name).strip()


def _squeezed(text: str) -> str:
    return _Folded(text).text


@lru_cache(maxsize=32)
def _folded(text: str) -> _Folded:
    """Remember the last few texts, since several readers ask for the same one in a row."""
    return _Folded(text)


class _Folded:
    """A folded text without its spare blanks, and what tells where its characters stood before."""

    def __init__(self, text: str) -> None:
        whole = fold(text.replace(_PARAGRAPH, _GAP)).replace("-", " ")
        spare = [_spare(whole, match) for match in _SPARE.finditer(whole)]
        starts = [0, *(end for _, end in spare)]
        ends = [*(start for start, _ in spare), len(whole)]
        kept = list(zip(starts, ends, strict=True))
        self.text = "".join([whole[start:end] for start, end in kept]) if spare else whole
        # Of each stretch that was kept: where it ends now, and by how much it stood further on.
        self._ends = list(accumulate(end - start for start, end in kept))
        self._shifts = [before - now for before, now in zip(ends, self._ends, strict=True)]

    def unfolded(self, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Give places in the text as it was, in order; one is its start and its end below zero."""
        stretch = 0
        for start, below in places:
            while start >= self._ends[stretch]:
                stretch += 1
            last = stretch
            while -below > self._ends[last]:
                last += 1
            yield start + self._shifts[stretch], below - self._shifts[last]


def _spare(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return where a run of blanks is spare: all of it between Han characters, else all but one."""
    start, end = match.span()
    is_between = _IS_HAN.match(text, start - 1) if start else None
    return (start if is_between and _IS_HAN.match(text, end) else start + 1), end
