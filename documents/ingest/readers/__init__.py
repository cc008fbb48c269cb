"""One reader per kind of input; each turns its input into the lines of a page."""

from __future__ import annotations

from documents.ingest.draft import Page, UnreadablePageError
from documents.ingest.lines import PageText
from documents.ingest.readers import html, plain
from documents.ingest.readers.content import guess_content
from documents.ingest.readers.encoding import decode

LARGEST_TEXT = 2_000_000  # characters: more is a book or a mistake, and too much to review


def read_page(page: Page) -> PageText:
    """Read a page by what it holds, not by its name. Raises UnreadablePageError."""
    if isinstance(page.content, str):
        return _read_text(page.content, "text/html" if page.media_type == "text/html" else "text/plain")
    content = guess_content(page.content, page.file_name)
    return _read_text(decode(page.content, content), content)


def _read_text(text: str, media_type: str) -> PageText:
    if not text.strip():
        raise UnreadablePageError("empty", "This page is empty. Paste its text or choose another file.")
    if len(text) > LARGEST_TEXT:
        raise UnreadablePageError(
            "oversized", "This text is longer than 2 million characters. Split it and add the parts one by one."
        )
    if "\x00" in text:
        raise UnreadablePageError("binary", "This is not text but binary data. Upload the file itself instead.")
    found = html.read(text) if media_type == "text/html" else plain.read(text)
    if not found.lines:
        raise UnreadablePageError("no_text", "This page holds no text that can be read.")
    return found
