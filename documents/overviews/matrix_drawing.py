"""A matrix as a drawing: where each cell, label and sum stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.overviews.lettering import width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from documents.models import Topic
    from documents.overviews.matrix import Cell, Matrix, Row

    type Address = Callable[[Row, Cell], str]

WIDE, HIGH = 40, 24
GAP = 2
HEADING = 30
"""The room for the heading of the file."""
BASE = 15
"""How far below the upper edge of a row its words stand."""
SLOPE = 50
"""Degrees by which the labels of the columns rise."""


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: `address` is empty where no record stands behind it."""

    row: Topic
    cell: Cell
    x: float
    y: float
    address: str

    @property
    def style(self) -> str:
        return f"{'l' if self.cell.is_loss else 'h'}{self.cell.shade}"


@dataclass(frozen=True, slots=True)
class Words:
    """A label or a sum; `x` and `y` are where it ends, begins or has its middle."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MatrixDrawing:
    """All lengths are units of the view box; the labels of columns are turned by `slope`."""

    squares: tuple[Square, ...]
    rows: tuple[Words, ...]
    columns: tuple[Words, ...]
    sums: tuple[Words, ...]
    width: float
    height: float

    wide, high, slope = WIDE - GAP, HIGH - GAP, -SLOPE

    @property
    def view_box(self) -> str:
        return f"0 {-HEADING} {self.width:.0f} {self.height + HEADING:.0f}"


def draw_matrix(matrix: Matrix, address: Address, all_label: str) -> MatrixDrawing:
    """Return the drawing of a matrix; `all_label` names the last row and column, the sums."""
    names = [column.label for column in matrix.columns] + [all_label]
    left = max((width_of(row.topic.label) for row in matrix.rows), default=0) + 12
    longest = max(width_of(name) for name in names)
    top = longest * math.sin(math.radians(SLOPE)) + 16
    lean = longest * math.cos(math.radians(SLOPE))
    across = [left + place * WIDE for place in range(len(names))]
    down = [top + place * HIGH for place in range(len(matrix.rows) + 1)]
    labels = [*(row.topic.label for row in matrix.rows), all_label]
    of_rows = [row.sum.text for row in matrix.rows]
    of_columns = [one.text for one in (*matrix.sums, matrix.sum)]
    return MatrixDrawing(
        squares=tuple(
            Square(row.topic, cell, round(x, 1), round(y, 1), address(row, cell))
            for row, y in zip(matrix.rows, down[:-1], strict=True)
            for cell, x in zip(row.cells, across[:-1], strict=True)
        ),
        rows=_words(labels, [(left - 6, y + BASE) for y in down]),
        columns=_words(names, [(x + WIDE / 2, top - 6) for x in across]),
        sums=(
            *_words(of_rows, [(across[-1] + WIDE / 2, y + BASE) for y in down[:-1]]),
            *_words(of_columns, [(x + WIDE / 2, down[-1] + BASE) for x in across]),
        ),
        width=across[-1] + max(WIDE, lean) + 8,
        height=down[-1] + HIGH + 6,
    )


def _words(texts: Sequence[str], places: Sequence[tuple[float, float]]) -> tuple[Words, ...]:
    return tuple(
        Words(text, round(x, 1), round(y, 1)) for text, (x, y) in zip(texts, places, strict=True)
    )
