"""How many records two facets have together: the matrix, its totals and its shades."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.utils.formats import number_format

from documents.models import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from documents.overviews.holdings import Holdings
    from documents.overviews.inventory import Records

SHADES = 7
CURVE = 0.7
"""The power of the heat scale; one below 1 keeps small counts apart."""


def as_text(count: int) -> str:
    """Return a count as the language of the page writes it; few of many cells are in thousands."""
    return str(count) if count < 1000 else number_format(count, force_grouping=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """`shade` runs from 0 (no record) to 7; `column` is the topic of the column.

    `text` is what the cell says: the count, a share or a change, and `value` the same as a number;
    a loss is shaded apart.
    """

    column: Topic
    count: int
    shade: int
    text: str
    value: float
    is_loss: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """The records of a whole row or column, once each; `text` and `value` as in a cell."""

    count: int
    text: str
    value: float

    @classmethod
    def of(cls, records: Records) -> Sum:
        count = records.bit_count()
        return cls(count, as_text(count), count)


@dataclass(frozen=True, slots=True)
class Row:
    topic: Topic
    cells: tuple[Cell, ...]
    sum: Sum

    @property
    def total(self) -> int:
        return self.sum.count


@dataclass(frozen=True, slots=True)
class Matrix:
    """`sums` are of the records of each column, whatever the rows, `sum` of all records on it."""

    columns: tuple[Topic, ...]
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]
    sum: Sum

    @property
    def total(self) -> int:
        return self.sum.count

    @property
    def empty_cells(self) -> int:
        return sum(cell.count == 0 for row in self.rows for cell in row.cells)


def cross(
    holdings: Holdings,
    rows: Sequence[Topic],
    columns: Sequence[Topic],
    records: Records | None = None,
) -> Matrix:
    """Return the matrix of two lists of topics over a set of records, or over all.

    Cells without records are kept.
    """
    within = holdings.everything if records is None else records
    across = [holdings.of(column) & within for column in columns]
    down = [holdings.of(row) & within for row in rows]
    counts = [[(row & column).bit_count() for column in across] for row in down]
    most = max((count for line in counts for count in line), default=0)
    return Matrix(
        columns=tuple(columns),
        rows=tuple(
            Row(
                topic=row,
                cells=tuple(
                    Cell(column, count, shade(count, most), as_text(count), count)
                    for column, count in zip(columns, line, strict=True)
                ),
                sum=Sum.of(of_row),
            )
            for row, of_row, line in zip(rows, down, counts, strict=True)
        ),
        sums=tuple(Sum.of(column) for column in across),
        sum=Sum.of(reduce(or_, [*down, *across], 0)),
    )


def shade(count: int, most: int) -> int:
    """Return the step of the heat scale that a count has beside the greatest."""
    if count <= 0 or most <= 0:
        return 0
    return max(1, math.ceil(SHADES * math.pow(count / most, CURVE)))


def busiest(holdings: Holdings, topics: Iterable[Topic], count: int) -> list[Topic]:
    """Return the topics with most records, most first; those without any are left out."""
    ranked = sorted(topics, key=lambda topic: -holdings.of(topic).bit_count())
    return [topic for topic in ranked[:count] if holdings.of(topic)]
