"""Reads tables of text: columns parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

from documents.ingest.columns import field_of
from documents.ingest.encoding import decode
from documents.ingest.readers.tables import COLUMNS_LIMIT, BadRow, Row
from documents.ingest.refusals import TEXT_LIMIT, gettext_noop, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DELIMITERS = (",", "\t", ";", "|")
_SNIFFED = 40  # rows that decide
_HEAD = 1_000_000  # characters among which they stand
_NAMES = (".csv", ".tsv", ".tab")


def find_delimiter(text: str, file_name: str = "") -> str | None:
    """Return what parts the columns of a text, or None where it is no table.

    A table has a header of short, different names and rows as wide as it. Where the file's name
    does not promise a table, two of the names must be known columns, a title among them.
    """
    widths = {delimiter: _width(text, delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: widths[delimiter])
    if widths[best] < 2:
        return None
    header = _header(_first(text, best))
    known = {field_of(name) for name in header} - {""}
    promised = file_name.lower().endswith(_NAMES)
    return best if promised or ("title" in known and len(known) > 1) else None


def read(content: bytes) -> Iterator[Row | BadRow]:
    """Give the rows below the header. Formulas are text here and stay so."""
    text = decode(content).text
    delimiter = find_delimiter(text, _NAMES[0])
    if delimiter is None:
        raise refusal("damaged_table")
    records = _records(text, delimiter)
    header: list[str] = []
    for line, cells in records:
        if isinstance(cells, str):
            yield BadRow(line, cells)
        elif not header:
            header = _header(cells)
        elif any(cell.strip() for cell in cells):
            yield _row(line, cells, header)


def _row(line: int, cells: Sequence[str], header: Sequence[str]) -> Row | BadRow:
    if any(cell.strip() for cell in cells[len(header) :]):
        return BadRow(
            line, gettext_noop("This row has more cells than the header: a quote may be missing.")
        )
    return Row(line, dict(zip(header, cells, strict=False)))


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Give each record with the line it begins in; a sentence stands for one that is broken.

    After a broken record reading goes on in the next line, so that one stray quote does not
    swallow the rest of the file.
    """
    csv.field_size_limit(TEXT_LIMIT)
    lines = [f"{line}\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    at = 0
    while at < len(lines):
        if lines[at] == "\n":
            at += 1
            continue
        reader = csv.reader(_from(lines, at), delimiter=delimiter, strict=True)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield at + 1, _sentence(error)
            at += 1
            continue
        yield at + 1, cells
        at += reader.line_num


def _from(lines: Sequence[str], at: int) -> Iterator[str]:
    return (lines[number] for number in range(at, len(lines)))


def _sentence(error: csv.Error) -> str:
    if "field larger" in str(error):
        return gettext_noop("A cell of this row is over 2 MB, or its quote is never closed.")
    return gettext_noop(
        "A quote of this row is never closed, or something stands behind a closed one."
    )


def _width(text: str, delimiter: str) -> int:
    """Return the number of columns, 0 where the first rows do not agree on it."""
    first = islice(_records(text[:_HEAD], delimiter), _SNIFFED)
    widths = [len(cells) for _, cells in first if not isinstance(cells, str) and any(cells)]
    if len(widths) < 2 or widths[0] < 2 or not _is_header(_first(text, delimiter)):
        return 0
    agreeing = sum(width == widths[0] for width in widths[1:])
    return widths[0] if agreeing * 10 >= (len(widths) - 1) * 7 - 1 else 0


def _first(text: str, delimiter: str) -> list[str]:
    for _, cells in _records(text[:_HEAD], delimiter):
        if not isinstance(cells, str) and any(cells):
            return cells
    return []


def _is_header(cells: Sequence[str]) -> bool:
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    short = all(0 < len(name) <= 60 and not name.endswith((".", "。", "!", "！")) for name in names)
    worded = all(any(char.isalpha() for char in name) for name in names)
    return len(names) <= COLUMNS_LIMIT and len(set(names)) == len(names) > 1 and short and worded


def _header(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells]
