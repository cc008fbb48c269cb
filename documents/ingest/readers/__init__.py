"""One reader per kind of input; each turns its input into the lines of a page."""

from __future__ import annotations

from documents.ingest.draft import Page
from documents.ingest.encoding import decode
from documents.ingest.lines import PageText
from documents.ingest.media import TABLES, Media, looks_like_html, media_of
from documents.ingest.readers import html, plain
from documents.ingest.refusals import TEXT_LIMIT, refusal


def read_page(page: Page) -> PageText:
    """Read a page by what it holds, not by its name. Raises UnreadablePageError."""
    if isinstance(page.content, str):
        return _read_text(page.content, _media_of_text(page))
    media = media_of(page.content, page.file_name)
    if media in (Media.PDF, Media.DOCX):
        return _read_file(page.content, media)
    if media in TABLES:
        raise refusal("is_table")
    return _read_text(decode(page.content).text, media)


def _read_file(content: bytes, media: Media) -> PageText:
    from documents.ingest.readers import docx, pdf

    return pdf.read(content) if media is Media.PDF else docx.read(content)


def _media_of_text(page: Page) -> str:
    """Tell pasted source of a page from pasted text; the caller's word goes first."""
    if page.media_type in (Media.HTML, Media.TEXT):
        return page.media_type
    return Media.HTML if looks_like_html(str(page.content)) else Media.TEXT


def _read_text(text: str, media_type: str) -> PageText:
    if not text.strip():
        raise refusal("page_empty")
    if len(text) > TEXT_LIMIT or len(text.encode("utf-8", "replace")) > TEXT_LIMIT:
        raise refusal("page_too_large")
    if "\x00" in text:
        raise refusal("page_binary")
    found = html.read(text) if media_type == Media.HTML else plain.read(text)
    if not found.lines:
        raise refusal("no_text")
    return found
