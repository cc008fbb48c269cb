"""Reads a Word file: its text in order, and its properties as proposals."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from documents.ingest.archive import check_office
from documents.ingest.lines import Fact, PageText
from documents.ingest.readers import plain
from documents.ingest.readers.docx_text import DocumentText
from documents.ingest.readers.properties import PROPERTIES, property_facts
from documents.ingest.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(content: bytes) -> PageText:
    """Give the text of a Word file; raise UnreadablePageError where it cannot be read.

    A row of a table becomes a line with its cells between bars, a list keeps its numbers, notes
    follow the text; heads, feet, comments and deleted text are left out.
    """
    check_office(content)
    try:
        document = _open(content)
        text = "\n\n".join(DocumentText(document).blocks())
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


def _facts(properties: Any) -> Iterator[Fact]:
    values = {name: str(getattr(properties, name, "") or "") for name in PROPERTIES}
    yield from property_facts(values)
