"""One reader per kind of input; each turns its input into the lines of a page."""

from __future__ import annotations

from documents.ingest.draft import Page, UnreadablePageError
from documents.ingest.encoding import decode
from documents.ingest.lines import PageText
from documents.ingest.media import TABLES, Media, media_of
from documents.ingest.readers import html, plain
from documents.ingest.refusals import refusal

LARGEST_TEXT = 2_000_000  # characters: more is a book or a mistake, and too much to review


def read_page(page: Page) -> PageText:
    """Read a page by what it holds, not by its name. Raises UnreadablePageError."""
    if isinstance(page.content, str):
        return _read_text(
            page.content, "text/html" if page.media_type == "text/html" else "text/plain"
        )
    media = media_of(page.content, page.file_name)
    if media in (Media.PDF, Media.DOCX):
        return _read_file(page.content, media)
    if media in TABLES:
        raise refusal("is_table")
    return _read_text(decode(page.content).text, media)


def _read_file(content: bytes, media: Media) -> PageText:
    from documents.ingest.readers import docx, pdf

    return pdf.read(content) if media is Media.PDF else docx.read(content)


def _read_text(text: str, media_type: str) -> PageText:
    if not text.strip():
        raise UnreadablePageError(
            "empty", "This page is empty. Paste its text or choose another file."
        )
    if len(text) > LARGEST_TEXT:
        raise UnreadablePageError(
            "oversized",
            "This text is longer than 2 million characters. Split it and add the parts one by one.",
        )
    if "\x00" in text:
        raise UnreadablePageError(
            "binary", "This is not text but binary data. Upload the file itself instead."
        )
    found = html.read(text) if media_type == "text/html" else plain.read(text)
    if not found.lines:
        raise UnreadablePageError("no_text", "This page holds no text that can be read.")
    return found
