"""Counts per year in layers, as stacked bars: where each piece stands and how high it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.overviews.lettering import width_of
from documents.overviews.year_axis import words_of_years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from documents.overviews.year_axis import YearWords

    type Box = tuple[float, float, float, float]
    type Address = Callable[["Layer", int], str]
    type Arrange = Callable[
        [Sequence["Layer"], int, tuple[float, float], float], Iterator[tuple["Layer", Box]]
    ]

WIDTH = 860
HEIGHT = 260
HEAD = 30
GUTTER = 34
SIDE = 14
LEAST = 340
"""Room for the words of a mark beside the only year."""
WIDEST = 110
LINES = 5
LABEL = 40
"""The room for a year below its pile."""
GAP = 2
"""Between two pieces, so that an edge is seen on the ground all around."""
THINNEST = 1
LEGEND_LINE = 20
HEADING = 26
"""The room for the heading of a file."""
LEGEND = 420
"""The least width of a file's legend."""
SHORT = 0.62
"""The part of the full width up to which a drawing leaves room beside it."""

TEXTURED = ("research", "foundation", "media", "consultancy", "international")
"""Layers that have a texture: ten levels of source are more than lightness alone tells apart.

The threads of neighbours rise and fall in turn.
"""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the stack, the lowest first; `key` is also its class in the style sheet."""

    key: str
    label: str
    counts: dict[int, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def is_textured(self) -> bool:
        return self.key in TEXTURED

    @property
    def slope(self) -> int:
        """Degrees by which the threads of the texture are turned."""
        return -45 if TEXTURED.index(self.key) % 2 else 45


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
    words: YearWords

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
class Entry:
    """A layer in the legend of a drawing that is a file of its own."""

    layer: Layer
    x: float
    y: float

    @property
    def words_at(self) -> tuple[float, float]:
        return self.x + 18, self.y + 10


@dataclass(frozen=True, slots=True)
class Stacks:
    """`is_short` where few years leave room for the table beside the drawing."""

    layers: tuple[Layer, ...]
    piles: tuple[Pile, ...]
    lines: tuple[Line, ...]
    width: int = WIDTH
    height: int = HEIGHT
    is_short: bool = False

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

    @property
    def legend(self) -> tuple[Entry, ...]:
        """The layers in lines below the drawing, in the order of the stack, the lowest first."""
        entries: list[Entry] = []
        x, y = float(GUTTER), float(self.height + 34)
        for layer in self.layers:
            room = width_of(f"{layer.label} {layer.total:,}") + 34
            if entries and x + room > max(self.width, LEGEND):
                x, y = float(GUTTER), y + LEGEND_LINE
            entries.append(Entry(layer, round(x, 1), y))
            x += room
        return tuple(entries)

    def view_box(self, head: int = 0) -> str:
        """Return the view box with some room above, and beside for half of the last year."""
        return f"0 {-head} {self.width + SIDE} {self.height + 26 + head}"

    def view_box_of_file(self, head: int = 0) -> str:
        """Return the view box of a file, which has its heading above and its legend below."""
        foot = max((entry.y + LEGEND_LINE for entry in self.legend), default=self.height + 26)
        return f"0 {-head - HEADING} {max(self.width, LEGEND)} {foot + head + HEADING:.0f}"

    def middle_of(self, year: int) -> float | None:
        return next((pile.middle for pile in self.piles if pile.year == year), None)


def draw_stacks(layers: Sequence[Layer], address: Address, width: int = WIDTH) -> Stacks:
    """Return one pile a year from the first to the last; years without records stay as gaps."""
    return _draw([layer for layer in layers if layer.total], address, width, (sum, _stacked))


def draw_pairs(layers: Sequence[Layer], address: Address) -> Stacks:
    """Return the layers side by side in each year, for comparing them; none is left out."""
    return _draw(layers, address, WIDTH, (max, _side_by_side))


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
    step = min((width - GUTTER - 6) / len(years), WIDEST)
    words = words_of_years(heights, step, LABEL)
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
                words=words[year],
            )
        )
    lines = tuple(Line(value, round(HEIGHT - value * scale, 1)) for value in round_values(top))
    used = max(round(GUTTER + step * len(years) + 6), min(LEAST, width))
    return Stacks(tuple(layers), tuple(piles), lines, used, is_short=used <= width * SHORT)


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
    """Return a piece within its room, which leaves half a gap on each side."""
    half = GAP / 2
    inner = max(width - GAP, THINNEST), max(height - GAP, THINNEST)
    return round(x + half, 1), round(y + half, 1), round(inner[0], 1), round(inner[1], 1)
