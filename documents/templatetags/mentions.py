"""A text with the names in it underlined: escaped first, marked second."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

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
    that begin together the longer. What a search found is marked, inside a name too.
    """
    chosen = list(_apart(names))
    return format_html_join(
        "\n",
        "<p>{}</p>",
        ((_marked(marked, start, end, chosen),) for start, end in paragraphs(marked.text)),
    )


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


def _marked(marked: MarkedText, start: int, end: int, names: Sequence[Name]) -> SafeString:
    parts: list[SafeString] = []
    at = start
    for name in names:
        if name.start < at or name.end > end:
            continue
        parts += [marked.piece(at, name.start), _link(name, marked.piece(name.start, name.end))]
        at = name.end
    parts.append(marked.piece(at, end))
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
