"""Marks the words of a question in a text: escape first, mark second.

Only shown text is read, and only as far as its marks need: a word is first found by the letters
its stem shares with it, then compared by its terms as the index has them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from documents.search.tree import Phrase, Prefix
from documents.text.analysis import is_han, terms_from
from documents.text.folding import fold
from documents.text.markdown import between, marks_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_MARKS_A_UNIT = 30


class Span(NamedTuple):
    """Characters start..end of a text that match the unit of that number."""

    start: int
    end: int
    unit: int


def units_of(leaves: Iterable[Phrase | Prefix]) -> list[Phrase | Prefix]:
    """Return the leaves that a passage may show: those of the whole text or of the title."""
    return [leaf for leaf in dict.fromkeys(leaves) if leaf.field in ("", "title")]


def passage(text: str, spans: Sequence[Span], start: int, end: int) -> SafeString:
    """Return text[start:end] escaped, its spans marked, with dots where it is cut.

    Marks of Markdown are left out.
    """
    marks = marks_in(text, start, end)
    pieces = ["… " if start else ""]
    at = start
    for left, right in stretches(span for span in spans if start <= span.start and span.end <= end):
        found = _escaped(text, marks, left, right)
        pieces += [_escaped(text, marks, at, left), "<mark>", found, "</mark>"]
        at = right
    pieces += [_escaped(text, marks, at, end), " …" if end < len(text) else ""]
    return mark_safe("".join(pieces))  # noqa: S308  every piece of text was escaped above


def _escaped(text: str, marks: list[tuple[int, int]], start: int, end: int) -> str:
    if not marks:
        return escape(text[start:end])
    return escape("".join(text[left:right] for left, right in between(marks, start, end)))


def find_spans(
    text: str, units: Sequence[Phrase | Prefix], most: int = MOST_MARKS_A_UNIT
) -> list[Span]:
    """Return where the units stand, in order; at most `most` places each."""
    folded = fold(text)
    spans = [
        span
        for number, unit in enumerate(units)
        for span in islice(_places(folded, unit, number), most)
    ]
    return sorted(spans)


def _places(folded: str, unit: Phrase | Prefix, number: int) -> Iterator[Span]:
    is_prefix = isinstance(unit, Prefix)
    sought = (unit.text,) if isinstance(unit, Prefix) else unit.terms
    for start in _candidates(folded, sought[0], is_whole=is_prefix):
        found = tuple(islice(terms_from(folded, start), len(sought)))
        if not found or found[0].start != start:
            continue
        if is_prefix:
            matches = found[0].word.startswith(sought[0])
        else:
            matches = tuple(term.text for term in found) == sought
        if matches:
            yield Span(start, found[-1].end, number)


def _candidates(folded: str, term: str, *, is_whole: bool) -> Iterator[int]:
    """Yield where words begin that may have this stem: their first letters agree."""
    letters = term if is_whole or len(term) <= 2 or not term.isalpha() else term[:-1]
    if is_han(term):
        letters = term
    is_divided = "'" in folded if term.isalpha() else "," in folded
    for candidate in _beginning(letters, "[',]?" if is_divided else "").finditer(folded):
        start = candidate.start()
        before = folded[start - 1 : start]
        if not before.isalnum() or is_han(before) or is_han(term):
            yield start


@lru_cache(maxsize=2000)
def _beginning(letters: str, between: str) -> re.Pattern[str]:
    return re.compile(between.join(map(re.escape, letters)))


def stretches(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the stretches to mark: spans that touch or overlap become one."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged
