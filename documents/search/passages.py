"""The passages of a record that answer a question best, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString

from documents.search.highlight import Span, find_spans, passage, stretches
from documents.text.analysis import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.search.tree import Phrase, Prefix

MOST = 3
LATIN_WIDTH, HAN_WIDTH = 280, 130
LEAD = 0.25
_HAN = re.compile(f"[{HAN}]")


class Zone(NamedTuple):
    """A piece of the public text of a record; its letter begins the names of its places."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Marked text; `place` names its first mark on the record's page, "" where nothing matches."""

    text: SafeString
    place: str = ""


class _Window(NamedTuple):
    """A stretch of a zone from a span on: `held` counts the units it holds."""

    held: int
    zone: int
    first: Span
    start: int
    end: int


def place_name(letter: str, start: int) -> str:
    """Return the name of the mark that begins at a character of a zone."""
    return f"{letter}{start}"


def passages_of(zones: Sequence[Zone], units: Sequence[Phrase | Prefix]) -> tuple[Passage, ...]:
    """Return up to three passages that do not overlap: the best one, then others in text order.

    The best holds most of the units. Where no unit stands in the text it is the beginning.
    """
    shown = [zone for zone in zones if zone.text.strip()]
    if not shown:
        return ()
    spans = [find_spans(zone.text, units) for zone in shown]
    ranked = sorted(_windows(shown, spans), key=lambda one: (-one.held, one.zone, one.start))
    chosen: list[_Window] = []
    for window in ranked:
        if len(chosen) < MOST and not any(_overlap(window, other) for other in chosen):
            chosen.append(window)
    if not chosen:
        text, width = shown[0].text, _width(shown[0].text, ())
        return (Passage(passage(text, (), 0, _blank_before(text, width))),)
    ordered = [chosen[0], *sorted(chosen[1:], key=lambda one: (one.zone, one.start))]
    return tuple(_passage(shown[one.zone], spans[one.zone], one) for one in ordered)


def _passage(zone: Zone, spans: Sequence[Span], window: _Window) -> Passage:
    start = next(begin for begin, end in stretches(spans) if begin <= window.first.start < end)
    text = passage(zone.text, spans, window.start, window.end)
    return Passage(text, place_name(zone.letter, start))


def _windows(zones: Sequence[Zone], found: Sequence[Sequence[Span]]) -> Iterator[_Window]:
    for number, (zone, spans) in enumerate(zip(zones, found, strict=True)):
        width = _width(zone.text, spans)
        for first in spans:
            start = _blank_after(zone.text, max(0, first.start - int(width * LEAD)))
            start = min(start, first.start)
            end = max(_blank_before(zone.text, start + width), first.end)
            yield _Window(_held(spans, first, width), number, first, start, end)


def _overlap(one: _Window, other: _Window) -> bool:
    return one.zone == other.zone and one.start < other.end and other.start < one.end


def _held(spans: Sequence[Span], first: Span, width: int) -> int:
    end = first.start + int(width * (1 - LEAD))
    return len({span.unit for span in spans if first.start <= span.start and span.end <= end})


def _width(text: str, spans: Sequence[Span]) -> int:
    at = spans[0].start if spans else 0
    around = text[max(0, at - 50) : at + 50]
    return HAN_WIDTH if len(_HAN.findall(around)) > len(around) // 3 else LATIN_WIDTH


def _blank_after(text: str, at: int) -> int:
    """Return where a word begins at or soon after a place; a Chinese text has no blanks."""
    if at == 0:
        return 0
    blank = re.compile(r"\s").search(text, at, at + 30)
    return blank.end() if blank else at


def _blank_before(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    cut = max(text.rfind(" ", at - 30, at), text.rfind("\n", at - 30, at))
    return cut if cut > 0 else at
