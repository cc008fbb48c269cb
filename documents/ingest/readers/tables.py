"""Reads tables with one record a row: what form they have, and their rows as plain cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from documents.ingest.media import Media
from documents.ingest.refusals import gettext_noop, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

ROWS_LIMIT: Final = 100_000
COLUMNS_LIMIT: Final = 200
_BEYOND: Final = gettext_noop("This row and those below it are beyond the first 100,000.")


@dataclass(frozen=True, slots=True)
class Row:
    """`line` counts from 1 in the file (a row of a workbook counts likewise)."""

    line: int
    cells: dict[str, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read; `reason` is a sentence for a person."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...] = ()


def read(content: bytes, media: Media) -> Table:
    """Give the rows of a table; bad rows are listed beside the good ones.

    Raises UnreadablePageError where it has no rows, or none that can be read.
    """
    from documents.ingest.readers import delimited, json_rows, workbook

    if media is Media.XLSX:
        found = workbook.read(content)
    elif media is Media.CSV:
        found = delimited.read(content)
    elif media is Media.JSON:
        found = json_rows.read_array(content)
    else:
        found = json_rows.read_lines(content)
    return _table(found)


def _table(found: Iterable[Row | BadRow]) -> Table:
    rows: list[Row] = []
    bad: list[BadRow] = []
    for row in found:
        if len(rows) + len(bad) >= ROWS_LIMIT:
            bad.append(BadRow(row.line, _BEYOND))
            break
        if isinstance(row, BadRow):
            bad.append(row)
        else:
            rows.append(row)
    if not rows:
        raise refusal("damaged_table" if bad else "no_rows")
    columns = dict.fromkeys(name for row in rows for name in row.cells)
    return Table(tuple(columns), tuple(rows), tuple(bad))
