"""Counts per year as the bars of a chart: where each bar stands and how high it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.overviews.year_axis import words_of_years

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from documents.overviews.year_axis import YearWords

HEIGHT = 150
WIDTH = 640
HEAD = 18
LABEL = 44
"""The room for a year below its bar."""
MANY = 10
SIDE = 12
HEADING = 26
LEAST_OF_FILE = 340
"""The room for the heading of a file."""
SHORT = 0.62
"""The part of the full width up to which a drawing leaves room beside it for the table."""


@dataclass(frozen=True, slots=True)
class Bar:
    """All lengths are units of the view box."""

    year: int
    count: int
    address: str
    x: float
    y: float
    width: float
    height: float
    words: YearWords
    is_selected: bool = False

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def value_at(self) -> float:
        return round(self.y - 5, 1)


@dataclass(frozen=True, slots=True)
class Bars:
    """`is_short` where few years leave room beside the drawing."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    is_short: bool = False

    @property
    def is_dense(self) -> bool:
        """Whether a phone has no room for every number above its bar."""
        return len(self.bars) > MANY

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def ground(self) -> float:
        return self.height + 0.5

    @property
    def label_at(self) -> int:
        return self.height + 16

    @property
    def view_box(self) -> str:
        """The view box, with room at the sides for half a label of the first and last year."""
        return f"{-SIDE} 0 {self.width + 2 * SIDE} {self.height + 22}"

    @property
    def view_box_of_file(self) -> str:
        """The view box of a file, which has its heading above."""
        width = max(self.width, LEAST_OF_FILE) + 2 * SIDE
        return f"{-SIDE} {-HEADING} {width} {self.height + 22 + HEADING}"


@dataclass(frozen=True, slots=True)
class Frame:
    """How large the drawing is at most and at `least`, and which years are chosen."""

    width: int = WIDTH
    height: int = HEIGHT
    head: int = HEAD
    widest: int = 64
    least: int = 0
    chosen: tuple[int | None, int | None] = (None, None)

    def holds(self, year: int) -> bool:
        first, last = self.chosen
        if first is None and last is None:
            return False
        return (first or 0) <= year <= (last or 9999)


ASIDE = Frame(width=264, height=96, widest=66, least=264)
"""The size of a chart in the margin, where the type must not shrink with it."""


def draw_bars(
    counts: Mapping[int, int], address: Callable[[int], str], frame: Frame | None = None
) -> Bars:
    """Return one bar a year from the first to the last; years without records stay as gaps."""
    frame = frame or Frame()
    if not counts:
        return Bars((), frame.width, frame.height)
    years = range(min(counts), max(counts) + 1)
    step = min(frame.width / len(years), frame.widest)
    tallest = max(counts.values())
    filled = {year: counts.get(year, 0) for year in years}
    words = words_of_years(filled, step, LABEL)
    bars = []
    for place, (year, count) in enumerate(filled.items()):
        height = round((frame.height - frame.head) * count / tallest, 1) if tallest else 0
        bars.append(
            Bar(
                year=year,
                count=count,
                address=address(year),
                x=round(place * step + step * 0.12, 1),
                y=round(frame.height - height, 1),
                width=round(step * 0.76, 1),
                height=height,
                words=words[year],
                is_selected=frame.holds(year),
            )
        )
    width = max(frame.least, round(step * len(years)))
    return Bars(tuple(bars), width, frame.height, is_short=width <= SHORT * frame.width)
