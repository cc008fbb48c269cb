"""Counts per year in layers, as stacked bars: where each piece stands and how high it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    type Box = tuple[float, float, float, float]
    type Address = Callable[["Layer", int], str]
    type Arrange = Callable[
        [Sequence["Layer"], int, tuple[float, float], float], Iterator[tuple["Layer", Box]]
    ]

WIDTH = 860
HEIGHT = 260
HEAD = 20
GUTTER = 34
WIDEST = 110
LINES = 5


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the stack, the lowest first; `key` is also its class in the style sheet."""

    key: str
    label: str
    counts: dict[int, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Piece:
    """All lengths are units of the view box."""

    layer: Layer
    year: int
    count: int
    address: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pile:
    """One year: its pieces, its sum and where the words beside it stand."""

    year: int
    total: int
    middle: float
    top: float
    pieces: tuple[Piece, ...]
    is_labelled: bool

    @property
    def value_at(self) -> float:
        return round(self.top - 6, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line across at a round number of records."""

    value: int
    y: float

    @property
    def label_at(self) -> float:
        return round(self.y + 4, 1)


@dataclass(frozen=True, slots=True)
class Stacks:
    layers: tuple[Layer, ...]
    piles: tuple[Pile, ...]
    lines: tuple[Line, ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def total(self) -> int:
        return sum(pile.total for pile in self.piles)

    @property
    def label_at(self) -> int:
        return self.height + 18

    @property
    def gutter(self) -> int:
        return GUTTER

    @property
    def rows(self) -> list[tuple[int, list[int], int]]:
        """The figures as a table: year, count of each layer, sum."""
        return [
            (
                pile.year,
                [layer.counts.get(pile.year, 0) for layer in self.layers],
                pile.total,
            )
            for pile in self.piles
        ]

    def view_box(self, head: int = 0) -> str:
        """Return the view box with some room above the drawing."""
        return f"0 {-head} {self.width} {self.height + 26 + head}"

    def middle_of(self, year: int) -> float | None:
        return next((pile.middle for pile in self.piles if pile.year == year), None)


def draw_stacks(layers: Sequence[Layer], address: Address, width: int = WIDTH) -> Stacks:
    """Return one pile a year from the first to the last; years without records stay as gaps."""
    return _draw([layer for layer in layers if layer.total], address, width, (sum, _stacked))


def draw_pairs(layers: Sequence[Layer], address: Address, width: int = WIDTH) -> Stacks:
    """Return the layers side by side in each year, for comparing them; none is left out."""
    return _draw(layers, address, width, (max, _side_by_side))


def _draw(
    layers: Sequence[Layer],
    address: Address,
    width: int,
    arrangement: tuple[Callable[[Iterable[int]], int], Arrange],
) -> Stacks:
    height_of, arrange = arrangement
    counted = {year for layer in layers for year, count in layer.counts.items() if count}
    if not counted:
        return Stacks((), (), (), width)
    years = range(min(counted), max(counted) + 1)
    heights = {year: height_of(layer.counts.get(year, 0) for layer in layers) for year in years}
    top = max(heights.values())
    scale = (HEIGHT - HEAD) / top
    step = min((width - GUTTER) / len(years), WIDEST)
    every = max(1, round(40 / step))
    piles = []
    for place, year in enumerate(years):
        left = GUTTER + place * step
        drawn = arrange(layers, year, (left + step * 0.14, step * 0.72), scale)
        piles.append(
            Pile(
                year=year,
                total=sum(layer.counts.get(year, 0) for layer in layers),
                middle=round(left + step / 2, 1),
                top=round(HEIGHT - heights[year] * scale, 1),
                pieces=tuple(
                    Piece(layer, year, layer.counts[year], address(layer, year), *box)
                    for layer, box in drawn
                ),
                is_labelled=(len(years) - 1 - place) % every == 0,
            )
        )
    lines = tuple(Line(value, round(HEIGHT - value * scale, 1)) for value in round_values(top))
    return Stacks(tuple(layers), tuple(piles), lines, width)


def round_values(top: int) -> list[int]:
    """Return the round numbers from 0 to at most `top` at which lines are drawn."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if top // step <= LINES:
                return list(range(0, top + 1, step))
        size *= 10


def _stacked(
    layers: Sequence[Layer], year: int, across: tuple[float, float], scale: float
) -> Iterator[tuple[Layer, Box]]:
    x, width = across
    below = 0
    for layer in layers:
        count = layer.counts.get(year, 0)
        if count:
            below += count
            yield layer, _box(x, HEIGHT - below * scale, width, count * scale)


def _side_by_side(
    layers: Sequence[Layer], year: int, across: tuple[float, float], scale: float
) -> Iterator[tuple[Layer, Box]]:
    x, width = across
    share = width / len(layers)
    for place, layer in enumerate(layers):
        count = layer.counts.get(year, 0)
        if count:
            yield layer, _box(x + place * share, HEIGHT - count * scale, share, count * scale)


def _box(x: float, y: float, width: float, height: float) -> Box:
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)
