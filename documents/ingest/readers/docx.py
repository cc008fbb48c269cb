"""Reads a Word file: paragraphs and tables in order, and its properties as proposals."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from documents.ingest.archive import check_office
from documents.ingest.lines import Fact, PageText
from documents.ingest.readers import plain
from documents.ingest.readers.properties import PROPERTIES, property_facts
from documents.ingest.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 5  # tables within tables


def read(content: bytes) -> PageText:
    """Give the text of a Word file; raise UnreadablePageError where it cannot be read.

    A row of a table becomes a line with its cells between bars; heads, feet, comments and
    deleted text are left out.
    """
    check_office(content)
    try:
        document = _open(content)
        text = "\n\n".join(_blocks(document, depth=0))
        facts = tuple(_facts(document.core_properties))
    except (LookupError, AttributeError, TypeError, ValueError, OSError, SyntaxError) as error:
        raise refusal("damaged_docx") from error
    if not text.strip():
        raise refusal("no_text")
    found = plain.read(text)
    return PageText(found.text, found.lines, facts)


def _open(content: bytes) -> Any:  # python-docx is untyped
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        return Document(io.BytesIO(content))
    except OpcError as error:
        raise refusal("damaged_docx") from error


def _blocks(container: Any, depth: int) -> Iterator[str]:
    """Give each paragraph and each table of a document or a cell, in their order."""
    from docx.table import Table

    for block in container.iter_inner_content():
        if not isinstance(block, Table):
            if block.text.strip():
                yield str(block.text)
        elif depth < _DEEPEST:
            rows = [row for row in _rows(block, depth) if row]
            if rows:
                yield "\n".join(rows)


def _rows(table: Any, depth: int) -> Iterator[str]:
    """Give the rows of a table; a cell that spans several columns is given once."""
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}  # noqa: SLF001  # its only identity
        texts = (" ".join(_blocks(cell, depth + 1)).split() for cell in cells.values())
        yield " | ".join(" ".join(words) for words in texts if words)


def _facts(properties: Any) -> Iterator[Fact]:
    values = {name: str(getattr(properties, name, "") or "") for name in PROPERTIES}
    yield from property_facts(values)
