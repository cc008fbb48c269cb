"""Opens a file of any kind that is taken in: a page with its draft, or a table of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.ingest.draft import Draft, Page
from documents.ingest.media import TABLES, Media, media_of
from documents.ingest.readers import tables
from documents.ingest.refusals import FILE_LIMIT, TEXT_LIMIT, refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.ingest.draft import KnownSource
    from documents.ingest.readers.tables import Table


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """One page. `raw` is its text as stored with the submission, `raw_type` what that text is.

    The raw text of an HTML page is its HTML; that of a PDF or a Word file is the text in it.
    """

    media: Media
    raw: str
    raw_type: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class OpenedTable:
    media: Media
    table: Table


def open_file(
    content: bytes, file_name: str = "", known: Sequence[KnownSource] = ()
) -> OpenedPage | OpenedTable:
    """Read a file by what it holds. Raises UnreadablePageError with a sentence for a person.

    For files of unknown origin use `isolation`, which calls this in a process with limits.
    """
    from documents.ingest.pipeline import draft_from, draft_from_text
    from documents.ingest.readers import docx, pdf

    if len(content) > FILE_LIMIT:
        raise refusal("file_too_large")
    media = media_of(content, file_name)
    if media in TABLES:
        return OpenedTable(media, tables.read(content, media))
    if media in (Media.TEXT, Media.HTML):
        raw = _decoded(content)
        return OpenedPage(media, raw, media, draft_from(Page(raw, media, file_name), known))
    found = (pdf if media is Media.PDF else docx).read(content)
    _check_length(found.text)
    return OpenedPage(media, found.text, Media.TEXT, draft_from_text(found, known))


def _decoded(content: bytes) -> str:
    from documents.ingest.encoding import decode

    text = decode(content).text
    _check_length(text)
    if not text.strip():
        raise refusal("empty")
    return text


def _check_length(text: str) -> None:
    if len(text) > TEXT_LIMIT or len(text.encode("utf-8", "replace")) > TEXT_LIMIT:
        raise refusal("text_too_large")
