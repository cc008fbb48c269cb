"""Counts per year as the bars of a chart: where each bar stands and how high it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HEIGHT = 150
WIDTH = 640
HEAD = 18


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
    is_labelled: bool
    is_selected: bool = False

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def value_at(self) -> float:
        return round(self.y - 5, 1)


@dataclass(frozen=True, slots=True)
class Bars:
    bars: tuple[Bar, ...]
    width: int
    height: int

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
        return f"0 0 {self.width} {self.height + 22}"


@dataclass(frozen=True, slots=True)
class Frame:
    """How large the drawing is, and which years are chosen."""

    width: int = WIDTH
    height: int = HEIGHT
    head: int = HEAD
    widest: int = 64
    chosen: tuple[int | None, int | None] = (None, None)

    def holds(self, year: int) -> bool:
        first, last = self.chosen
        if first is None and last is None:
            return False
        return (first or 0) <= year <= (last or 9999)


ASIDE = Frame(width=264, height=96, widest=30)
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
    every = max(1, round(44 / step))
    tallest = max(counts.values())
    bars = []
    for place, year in enumerate(years):
        count = counts.get(year, 0)
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
                is_labelled=(len(years) - 1 - place) % every == 0,
                is_selected=frame.holds(year),
            )
        )
    return Bars(tuple(bars), frame.width, frame.height)
