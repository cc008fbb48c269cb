"""Reads the first filled sheet of a workbook; formulas are read as text, never worked out."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from documents.ingest.archive import check_office
from documents.ingest.draft import UnreadablePageError
from documents.ingest.readers.tables import COLUMNS_LIMIT, BadRow, Row
from documents.ingest.refusals import gettext_noop, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EMPTY_ROWS = 2000  # as many in a row end a sheet, whatever size it declares


def read(content: bytes) -> Iterator[Row | BadRow]:
    """Give the rows below the header, which is the first row with two filled cells."""
    check_office(content)
    try:
        yield from _read(content)
    except UnreadablePageError:
        raise
    except (LookupError, AttributeError, TypeError, ValueError, OSError, SyntaxError) as error:
        raise refusal("damaged_xlsx") from error


def _read(content: bytes) -> Iterator[Row | BadRow]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet declares about its size is not believed
        rows = list(_rows(sheet))
        if rows:
            yield from rows
            return


def _rows(sheet: Any) -> Iterator[Row | BadRow]:
    header: list[str] = []
    empty = 0
    for number, row in enumerate(sheet.iter_rows(max_col=COLUMNS_LIMIT), start=1):
        cells = [_text(cell.value) for cell in row]
        empty = 0 if any(cells) else empty + 1
        if empty > _EMPTY_ROWS:
            return
        if not header:
            header = _header(cells)
        elif any(cells):
            yield _row(number, cells, header, row)


def _row(number: int, cells: Sequence[str], header: Sequence[str], row: Sequence[Any]) -> Row:
    calculated = any(getattr(cell, "data_type", "") == "f" for cell in row)
    notes = (gettext_noop("A formula in this row was read as text."),) if calculated else ()
    named = {name: cell for name, cell in zip(header, cells, strict=False) if name}
    return Row(number, named, notes)


def _header(cells: Sequence[str]) -> list[str]:
    """Return the names of the columns, or an empty list where the row is a caption or empty."""
    return [cell.strip() for cell in cells] if sum(bool(cell) for cell in cells) > 1 else []


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
