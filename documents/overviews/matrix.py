"""How many records two facets have together: the matrix, its totals and its shades."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from documents.overviews.holdings import Holdings
    from documents.overviews.inventory import Records

SHADES = 7


@dataclass(frozen=True, slots=True)
class Cell:
    """`shade` runs from 0 (no record) to 7; `column` is the topic of the column."""

    column: Topic
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Row:
    topic: Topic
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """`totals` count the records of each column, once each, whatever the rows."""

    columns: tuple[Topic, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]
    total: int

    @property
    def empty_cells(self) -> int:
        return sum(cell.count == 0 for row in self.rows for cell in row.cells)


def cross(holdings: Holdings, rows: Sequence[Topic], columns: Sequence[Topic]) -> Matrix:
    """Return the matrix of two lists of topics; cells without records are kept."""
    counts = [
        [(holdings.of(row) & holdings.of(column)).bit_count() for column in columns] for row in rows
    ]
    most = max((count for line in counts for count in line), default=0)
    row_records = _union(holdings, rows)
    return Matrix(
        columns=tuple(columns),
        rows=tuple(
            Row(
                topic=row,
                cells=tuple(
                    Cell(column, count, shade(count, most))
                    for column, count in zip(columns, line, strict=True)
                ),
                total=holdings.of(row).bit_count(),
            )
            for row, line in zip(rows, counts, strict=True)
        ),
        totals=tuple(holdings.of(column).bit_count() for column in columns),
        total=(row_records | _union(holdings, columns)).bit_count(),
    )


def shade(count: int, most: int) -> int:
    """Return the step of the heat scale; a power below one keeps small counts apart."""
    if count <= 0 or most <= 0:
        return 0
    return max(1, math.ceil(SHADES * math.pow(count / most, 0.7)))


def busiest(holdings: Holdings, topics: Iterable[Topic], count: int) -> list[Topic]:
    """Return the topics with most records, most first; those without any are left out."""
    ranked = sorted(topics, key=lambda topic: -holdings.of(topic).bit_count())
    return [topic for topic in ranked[:count] if holdings.of(topic)]


def _union(holdings: Holdings, topics: Iterable[Topic]) -> Records:
    union = 0
    for topic in topics:
        union |= holdings.of(topic)
    return union
