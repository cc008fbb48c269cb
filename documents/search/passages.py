"""The passages of a record that answer a question best, each with its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString

from documents.search.highlight import Span, find_spans, passage, stretches
from documents.text.analysis import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.search.tree import Phrase, Prefix

MOST = 3
LATIN_WIDTH, HAN_WIDTH = 280, 130
LEAD = 0.25
_HAN = re.compile(f"[{HAN}]")
_BLANK = re.compile(r"\s")


class Zone(NamedTuple):
    """A piece of the public text of a record; its letter begins the names of its places."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Marked text; `place` names its first mark on the record's page, "" where nothing matches."""

    text: SafeString
    place: str = ""


class _Extent(NamedTuple):
    """The characters of a zone that may be shown, from a little before a span on."""

    zone: int
    start: int
    end: int
    first: Span


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
    chosen = _chosen(shown, spans)
    if not chosen:
        text, width = shown[0].text, _width(shown[0].text, ())
        return (Passage(passage(text, (), 0, _blank_before(text, width))),)
    marked = [stretches(found) for found in spans]
    ordered = [chosen[0], *sorted(chosen[1:])]
    return tuple(
        _passage(shown[one.zone], spans[one.zone], marked[one.zone], one) for one in ordered
    )


def _chosen(zones: Sequence[Zone], found: Sequence[Sequence[Span]]) -> list[_Extent]:
    """Return the extents to show, the best one first."""
    widths = [_width(zone.text, spans) for zone, spans in zip(zones, found, strict=True)]
    windows = sorted(
        (-_held(spans, at, widths[zone]), zone, first)
        for zone, spans in enumerate(found)
        for at, first in enumerate(spans)
    )
    chosen: list[_Extent] = []
    for _, zone, first in windows:
        # Where a window begins and ends is worked out for those that come into question only.
        extent = _extent(zones[zone].text, zone, first, widths[zone])
        if not any(_overlap(extent, other) for other in chosen):
            chosen.append(extent)
        if len(chosen) == MOST:
            break
    return chosen


def _extent(text: str, zone: int, first: Span, width: int) -> _Extent:
    start = min(_blank_after(text, max(0, first.start - int(width * LEAD))), first.start)
    end = max(_blank_before(text, start + width), first.end)
    return _Extent(zone, start, end, first)


def _passage(
    zone: Zone, spans: Sequence[Span], marked: Sequence[tuple[int, int]], extent: _Extent
) -> Passage:
    start = next(begin for begin, end in marked if begin <= extent.first.start < end)
    text = passage(zone.text, spans, extent.start, extent.end)
    return Passage(text, place_name(zone.letter, start))


def _overlap(one: _Extent, other: _Extent) -> bool:
    return one.zone == other.zone and one.start < other.end and other.start < one.end


def _held(spans: Sequence[Span], at: int, width: int) -> int:
    """Return how many units stand in a window that begins with the span of that number."""
    start = spans[at].start
    end = start + int(width * (1 - LEAD))
    inside = spans[at : bisect_right(spans, (end, end, len(spans)))]
    return len({span.unit for span in inside if span.end <= end})


def _width(text: str, spans: Sequence[Span]) -> int:
    at = spans[0].start if spans else 0
    around = text[max(0, at - 50) : at + 50]
    return HAN_WIDTH if len(_HAN.findall(around)) > len(around) // 3 else LATIN_WIDTH


def _blank_after(text: str, at: int) -> int:
    """Return where a word begins at or soon after a place; a Chinese text has no blanks."""
    if at == 0:
        return 0
    blank = _BLANK.search(text, at, at + 30)
    return blank.end() if blank else at


def _blank_before(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    cut = max(text.rfind(" ", at - 30, at), text.rfind("\n", at - 30, at))
    return cut if cut > 0 else at
