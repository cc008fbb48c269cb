"""Marks the words of a question in one record, each mark with a name that a link can lead to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from documents.search.highlight import find_spans, stretches, units_of
from documents.search.passages import place_name
from documents.search.question import widened
from documents.search.syntax import parse
from documents.search.tree import wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.models import Visibility
    from documents.search.query import SearchQuery
    from documents.search.tree import Phrase, Prefix

MOST_PLACES = 300


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the stretches of it to mark, in order; `letter` begins the name of each mark."""

    text: str
    letter: str = ""
    stretches: Sequence[tuple[int, int]] = ()

    @property
    def places(self) -> list[str]:
        """The names of the marks, in order."""
        return [place_name(self.letter, start) for start, _ in self.stretches]

    def piece(self, start: int, end: int) -> SafeString:
        """Return text[start:end] as HTML; a mark that began before has its name there."""
        parts: list[SafeString] = []
        at = start
        first = max(0, bisect_right(self.stretches, (start, start)) - 1)
        for begin, until in self.stretches[first:]:
            if begin >= end:
                break
            if until > at:
                parts += [conditional_escape(self.text[at : max(at, begin)])]
                parts += [self._mark(max(at, begin), min(until, end), is_first=begin >= start)]
                at = min(until, end)
        parts.append(conditional_escape(self.text[at:end]))
        return mark_safe("".join(parts))  # noqa: S308  # each part was escaped above

    def _mark(self, start: int, end: int, *, is_first: bool) -> SafeString:
        if not is_first:
            return format_html("<mark>{}</mark>", self.text[start:end])
        name = place_name(self.letter, start)
        return format_html('<mark id="{}">{}</mark>', name, self.text[start:end])


def units_asked(query: SearchQuery, visibility: Visibility) -> list[Phrase | Prefix]:
    """Return the words and phrases that a question marks in a text, its other names with them."""
    if not query.text.strip():
        return []
    return units_of(wanted(widened(parse(query.text).tree, query, visibility).tree))


def marked_text(text: str, letter: str, units: Sequence[Phrase | Prefix]) -> MarkedText:
    """Return a text with at most 300 places of each unit marked."""
    return MarkedText(text, letter, stretches(find_spans(text, units, MOST_PLACES)))
