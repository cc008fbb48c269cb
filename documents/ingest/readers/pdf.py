"""Reads a PDF with a text layer: its pages' lines, joined to paragraphs, and its properties."""

from __future__ import annotations

import io
import logging
import unicodedata
from typing import TYPE_CHECKING, Any

from documents.ingest.lines import Fact, PageText
from documents.ingest.readers import plain
from documents.ingest.readers.print_lines import paragraphs_of
from documents.ingest.readers.properties import PROPERTIES, property_facts
from documents.ingest.refusals import TEXT_LIMIT, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

PAGES_LIMIT = 3000
_FEW_LETTERS = 100
_PAGE_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
# Glyphs that a font draws for whole words or radicals; the text means the plain letters.
_GLYPHS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for first, last in ((0x2E80, 0x2FD5), (0xFB00, 0xFB06))
    for code in range(first, last + 1)
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}


def read(content: bytes) -> PageText:
    """Give the text of a PDF; raise UnreadablePageError where it has none or cannot be read.

    Page numbers and running heads are left out, words broken at line ends are joined, and a
    paragraph goes on over a page break. Columns come in the order in which the file draws them.
    """
    from pypdf.errors import LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _read(content)
    except (LimitReachedError, RecursionError):
        raise refusal("bomb") from None
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, TypeError) as error:
        raise refusal("damaged_pdf") from error


def _read(content: bytes) -> PageText:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _opens(reader):
        raise refusal("encrypted_pdf")
    pages = list(_texts(reader))
    text = "\n\n".join(paragraphs_of(pages)).translate(_GLYPHS)
    _check(text, reader)
    found = plain.read(text)
    return PageText(found.text, found.lines, tuple(_facts(reader)))


def _opens(reader: PdfReader) -> bool:
    """Say whether the empty password opens a PDF: then only printing or copying is locked."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _texts(reader: PdfReader) -> Iterator[str]:
    """Give the text of each page; a page that cannot be read is left out, unless all are."""
    failures: list[Exception] = []
    letters = 0
    pages = reader.pages[:PAGES_LIMIT]
    for page in pages:
        try:
            text = _text(page)
        except _PAGE_FAULTS as error:
            failures.append(error)
            continue
        letters += len(text)
        if letters > TEXT_LIMIT:
            raise refusal("text_too_large")
        yield text
    if failures and len(failures) == len(pages):
        raise failures[0]


def _text(page: PageObject) -> str:
    text: str = page.extract_text()
    return text.replace("\0", "")


def _check(text: str, reader: PdfReader) -> None:
    letters = sum(char.isalnum() for char in text)
    if letters < _FEW_LETTERS and _is_pictures(reader):
        raise refusal("pictures_pdf")
    if not letters:
        raise refusal("no_text")
    odd = sum(char == "\ufffd" or unicodedata.category(char) in ("Co", "Cc", "Cn") for char in text)
    if (odd - text.count("\n")) * 5 > letters:
        raise refusal("garbled_pdf")


def _is_pictures(reader: PdfReader) -> bool:
    """Say whether the first pages show pictures: as a scanner makes them."""
    return all(_shows_picture(page) for page in reader.pages[:5])


def _shows_picture(page: PageObject) -> bool:
    try:
        resources: Any = page["/Resources"].get_object()
        shown: Any = resources["/XObject"].get_object()
        return any(shown[name].get_object().get("/Subtype") == "/Image" for name in shown)
    except _PAGE_FAULTS:
        return False


def _facts(reader: PdfReader) -> Iterator[Fact]:
    """Give the document's properties: proposals, since programs fill them in as they like."""
    try:
        information: dict[str, Any] = dict(reader.metadata or {})
    except Exception:  # noqa: BLE001  # properties are worth no failure
        return
    values = {name: str(information.get(f"/{name.title()}") or "") for name in PROPERTIES}
    yield from property_facts(values)
