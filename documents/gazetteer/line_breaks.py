"""Joins two lines that a name runs across, where a page was wrapped too early."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from documents.text.sentences import LONGEST, Span, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.gazetteer.zone import Zone

# In these a line end parts two texts, never one name.
_LISTS = frozenset({"keywords", "caption", "entries"})
_LONG_HAN = 4  # characters; a shorter Chinese name across a line end is an accident
_HAN = re.compile(r"[\u3400-\u9fff]")


def unbroken(zone: Zone, names: Iterable[Span]) -> list[Span]:
    """Return the sentences of a zone, those joined that a name of `names` runs across."""
    if zone.name in _LISTS:
        return list(_by_line(zone.text))
    spans = sentences(zone.text)
    joined = {place for name in names if (place := _crossed(zone.text, spans, name)) is not None}
    return _merged(spans, joined) if joined else spans


def _by_line(text: str) -> Iterator[Span]:
    """Give the sentences of each line by itself."""
    start = 0
    for line in text.splitlines(keepends=True):
        for span in sentences(line):
            yield Span(start + span.start, start + span.end)
        start += len(line)


def _crossed(text: str, spans: Sequence[Span], name: Span) -> int | None:
    """Return the index of the sentence that a name runs out of over a single line end."""
    place = bisect_right(spans, name.start, key=lambda span: span.start) - 1
    if place < 0 or name.end <= spans[place].end or place + 1 >= len(spans):
        return None
    gap = text[spans[place].end : spans[place + 1].start]
    if name.end > spans[place + 1].end or gap.strip() or gap.count("\n") != 1:
        return None
    surface = text[name.start : name.end].replace("\n", "")
    return None if _HAN.match(surface) and len(surface) < _LONG_HAN else place


def _merged(spans: Sequence[Span], joined: set[int]) -> list[Span]:
    merged: list[Span] = []
    for place, span in enumerate(spans):
        if place - 1 in joined and span.end - merged[-1].start <= LONGEST:
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged
