"""Marks the words of a question in a text: escape first, mark second.

Only shown text is read, and only as far as its marks need: a word is first found by the letters
its stem shares with it, then compared by its terms as the index has them.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from documents.search.tree import Phrase, Prefix
from documents.text.analysis import find_term, is_han, terms_from
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
        return html.escape(text[start:end])
    return html.escape("".join(text[left:right] for left, right in between(marks, start, end)))


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
    letters = unit.text if isinstance(unit, Prefix) else unit.terms[0]
    for start in _candidates(folded, letters, is_whole=is_prefix):
        if end := _end(folded, start, unit):
            yield Span(start, end, number)


def _end(folded: str, start: int, unit: Phrase | Prefix) -> int:
    """Return where the unit ends that begins at a place, 0 where it does not stand there."""
    first = find_term(folded, start)
    if first is None:
        return 0
    if isinstance(unit, Prefix):
        return first.end if first.word.startswith(unit.text) else 0
    if first.text != unit.terms[0]:
        return 0
    if len(unit.terms) == 1:
        return first.end
    found = tuple(islice(terms_from(folded, start), len(unit.terms)))
    return found[-1].end if tuple(term.text for term in found) == unit.terms else 0


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
