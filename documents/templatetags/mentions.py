"""A text with the names in it underlined: escaped first, marked second."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from documents.text.markdown import between, headings_in, marks_in, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from documents.overviews.record import Name
    from documents.search.marking import MarkedText

register = template.Library()

_PARAGRAPH = re.compile(r"[^\n](?:.|\n(?!\s*\n))*", re.MULTILINE)


@register.simple_tag
def underlined(marked: MarkedText, names: Sequence[Name]) -> SafeString:
    """Return the text as paragraphs in which each name is a link to its topic.

    Offsets count characters of the text. Of two names that overlap the earlier stays, and of two
    that begin together the longer. What a search found is marked, inside a name too. A text in
    Markdown is shown without its marks, its headings as such.
    """
    chosen = list(_apart(names))
    shown = _Shown(marked, marks_in(marked.text))
    return format_html_join(
        "\n",
        "<{0}>{1}</{0}>",
        ((tag, _marked(shown, start, end, chosen)) for tag, start, end in _blocks(marked.text)),
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text and the marks of Markdown that are left out of it."""

    marked: MarkedText
    marks: list[tuple[int, int]]

    def piece(self, start: int, end: int) -> SafeString:
        if not self.marks:
            return self.marked.piece(start, end)
        pieces = [self.marked.piece(*kept) for kept in between(self.marks, start, end)]
        return mark_safe("".join(pieces))  # noqa: S308  # each piece was escaped


def _blocks(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the paragraphs and, apart from these, the headings, each with its element."""
    headings = headings_in(text)
    for start, end in paragraphs(text):
        at = start
        for begin, until in headings:
            if at <= begin < end:
                yield from _paragraph(text, at, begin)
                yield "h3", begin, until
                at = until
        yield from _paragraph(text, at, end)


def _paragraph(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield a paragraph without the ends of line that part it from a heading; none where empty."""
    while start < end and text[start] == "\n":
        start += 1
    while end > start and text[end - 1] == "\n":
        end -= 1
    if start < end:
        yield "p", start, end


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs.

    An empty line parts two paragraphs; a text without any has one paragraph a line.
    """
    blocks = [match.span() for match in _PARAGRAPH.finditer(text)]
    if len(blocks) > 1:
        return blocks
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def _apart(names: Sequence[Name]) -> Iterator[Name]:
    reached = 0
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if name.start >= reached:
            yield name
            reached = name.end


def _marked(shown: _Shown, start: int, end: int, names: Sequence[Name]) -> SafeString:
    parts: list[SafeString] = []
    at = start
    for name in names:
        if name.start < at or name.end > end:
            continue
        parts += [shown.piece(at, name.start), _link(name, shown.piece(name.start, name.end))]
        at = name.end
    parts.append(shown.piece(at, end))
    return mark_safe("".join(parts))  # noqa: S308  # each part was escaped above


def _link(name: Name, surface: SafeString) -> SafeString:
    return format_html(
        '<a class="mention {}" href="{}" title="{}">{}</a>',
        name.topic.facet,
        name.topic.get_absolute_url(),
        name.topic.label,
        surface,
    )


@register.simple_tag
def quoted(quote: str, surfaces: Collection[str]) -> SafeString:
    """Return a sentence with the names that make it evidence marked."""
    quote = plain(quote)
    longest_first = sorted((re.escape(surface) for surface in surfaces), key=len, reverse=True)
    if not longest_first:
        return conditional_escape(quote)
    pieces = re.split(f"({'|'.join(longest_first)})", quote)
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", piece) if place % 2 else piece,)
            for place, piece in enumerate(pieces)
        ),
    )
