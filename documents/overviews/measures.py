"""The matrix read otherwise: as shares of a row, or as the change from one span to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from documents.overviews.matrix import Matrix, Sum, as_text, shade

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
    """Return each cell as its share of the records of its row; the row's sum stays their number.

    The last row, the sums, has the share of all records on the matrix.
    """

    def read(row: Row, cell: Cell) -> Cell:
        share = cell.count / row.total if row.total else 0.0
        text = f"{share:.0%}" if row.total else ""
        return replace(cell, text=text, value=share, shade=shade(round(1000 * share), 1000))

    rows = tuple(_read(row, read) for row in matrix.rows)
    sums = tuple(_share(one, matrix.total) for one in matrix.sums)
    return replace(matrix, rows=rows, sums=sums)


def as_changes(now: Matrix, before: Matrix) -> Matrix:
    """Return each cell, and each sum, as the gain or loss of records from the span before."""
    earlier = {
        (row.topic.pk, cell.column.pk): cell.count for row in before.rows for cell in row.cells
    }

    def change(row: Row, cell: Cell) -> int:
        return cell.count - earlier[row.topic.pk, cell.column.pk]

    most = max((abs(change(row, cell)) for row in now.rows for cell in row.cells), default=0)

    def read(row: Row, cell: Cell) -> Cell:
        gain = change(row, cell)
        step = shade(abs(gain), most)
        return replace(cell, text=_signed(gain), value=gain, shade=step, is_loss=gain < 0)

    pairs = zip(now.rows, before.rows, strict=True)
    return replace(
        now,
        rows=tuple(replace(_read(row, read), sum=_changed(row.sum, old.sum)) for row, old in pairs),
        sums=tuple(_changed(one, old) for one, old in zip(now.sums, before.sums, strict=True)),
        sum=_changed(now.sum, before.sum),
    )


def _share(one: Sum, total: int) -> Sum:
    share = one.count / total if total else 0.0
    return replace(one, text=f"{share:.0%}" if total else "", value=share)


def _changed(now: Sum, before: Sum) -> Sum:
    gain = now.count - before.count
    return replace(now, text=_signed(gain), value=gain)


def _signed(gain: int) -> str:
    if gain == 0:
        return "0"
    return f"+{as_text(gain)}" if gain > 0 else f"{MINUS}{as_text(-gain)}"


def _read(row: Row, read: Callable[[Row, Cell], Cell]) -> Row:
    return replace(row, cells=tuple(read(row, cell) for cell in row.cells))
