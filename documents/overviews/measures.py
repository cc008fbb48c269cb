"""The matrix read otherwise: as shares of a row, or as the change from one span to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from documents.overviews.matrix import Matrix, shade

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.overviews.holdings import Holdings
    from documents.overviews.matrix import Cell, Row
    from documents.overviews.scope import Scope

MEASURES = ("count", "share", "change")
YEARS = 3
"""How many years are set against as many before where none are chosen."""

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Span:
    """Two years, both included."""

    first: int
    last: int

    @property
    def before(self) -> Span:
        """The span of the same length that ends where this one begins."""
        length = self.last - self.first + 1
        return Span(self.first - length, self.first - 1)

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def span_of(scope: Scope, holdings: Holdings) -> Span:
    """Return the years chosen, else the last three that have records."""
    last = scope.last_year or max(holdings.years, default=0)
    first = scope.first_year or last - YEARS + 1
    return Span(min(first, last), last)


def as_shares(matrix: Matrix) -> Matrix:
    """Return each cell as its share of the records of its row."""

    def read(row: Row, cell: Cell) -> Cell:
        share = cell.count / row.total if row.total else 0.0
        return replace(cell, text=f"{share:.0%}", shade=shade(round(1000 * share), 1000))

    return _read(matrix, read)


def as_changes(now: Matrix, before: Matrix) -> Matrix:
    """Return each cell as the gain or loss of records from the span before."""
    earlier = {
        (row.topic.pk, cell.column.pk): cell.count for row in before.rows for cell in row.cells
    }

    def change(row: Row, cell: Cell) -> int:
        return cell.count - earlier[row.topic.pk, cell.column.pk]

    most = max((abs(change(row, cell)) for row in now.rows for cell in row.cells), default=0)

    def read(row: Row, cell: Cell) -> Cell:
        gain = change(row, cell)
        return replace(cell, text=_signed(gain), shade=shade(abs(gain), most), is_loss=gain < 0)

    return _read(now, read)


def _signed(gain: int) -> str:
    if gain == 0:
        return "0"
    return f"+{gain}" if gain > 0 else f"{MINUS}{-gain}"


def _read(matrix: Matrix, read: Callable[[Row, Cell], Cell]) -> Matrix:
    rows = tuple(
        replace(row, cells=tuple(read(row, cell) for cell in row.cells)) for row in matrix.rows
    )
    return replace(matrix, rows=rows)
