"""Tells what a file is by its content; its name is never believed against that."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from documents.ingest.archive import list_parts, read_mimetype
from documents.ingest.data_text import data_kind
from documents.ingest.encoding import decode, guess_wide
from documents.ingest.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator


class Media(StrEnum):
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    HTML = "text/html"
    TEXT = "text/plain"
    CSV = "text/csv"
    JSON = "application/json"
    JSONL = "application/x-ndjson"


TABLES = frozenset({Media.CSV, Media.JSON, Media.JSONL, Media.XLSX})

_HEAD = 1024
_SAMPLE = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = re.compile(rb"(?:\A|[\r\n])(?:\xef\xbb\xbf)?%PDF-\d")
# Text in form, but meant for another program.
_PLAIN_MARKS = ((b"{\\rtf", "rich_text"), (b"%!PS", "postscript"))
_LEAD = r"\A(?:\s|<!--.*?-->|<\?xml[^>]{0,200}\?>)*"
_HTML = re.compile(
    _LEAD + r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|div|table|article|"
    r"section|main|header|nav|p|h[1-6]|ul|ol|span|font|center|iframe|base)\b[^>]{0,2000}>",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\A\s*<(?:\?xml|svg|rss|feed|!DOCTYPE)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:p|div|li|td|h[1-6]|article|section|span|a)\s*>", re.IGNORECASE)
_MIME = re.compile(r"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}", re.ASCII)
_BY_PART = (
    ("word/document.xml", Media.DOCX),
    ("xl/workbook.xml", Media.XLSX),
)
_REFUSED_PARTS = (
    ("word/vbaProject.bin", "macros"),
    ("xl/vbaProject.bin", "macros"),
    ("xl/workbook.bin", "old_office"),
    ("ppt/presentation.xml", "slides"),
    ("Index/Document.iwa", "apple_office"),
)
_REFUSED_TYPES = (
    ("image/", "picture"),
    ("audio/", "recording"),
    ("video/", "recording"),
    ("application/vnd.microsoft.portable-executable", "program"),
    ("application/java", "program"),
)
_ARCHIVES = frozenset(
    {".gz", ".xz", ".bz2", ".7z", ".rar", ".tar", ".zst", ".cab", ".iso", ".lzma"}
)


def media_of(content: bytes, file_name: str = "") -> Media:
    """Give the type of a file; raise UnreadablePageError for one that no reader takes.

    `file_name` only settles whether a text of loose columns is meant as a table.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise refusal("empty")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(content)
    if content.startswith(_OLE):
        raise refusal(_of_ole(content))
    if _is_pdf(content):
        return Media.PDF
    for mark, reason in _PLAIN_MARKS:
        if content.startswith(mark):
            raise refusal(reason)
    if _looks_binary(content):
        raise refusal(_of_binary(content))
    return _of_text(decode(content).text, file_name)


def _is_pdf(content: bytes) -> bool:
    """Say whether a PDF begins near the start: at a line's head, or anywhere among bytes."""
    head = content[:_HEAD]
    if _PDF.search(head):
        return content.lstrip()[:1] != b"<"
    return b"%PDF-" in head and _looks_binary(content)


def _of_zip(content: bytes) -> Media:
    names = {part.filename for part in list_parts(content)}
    for name, reason in _REFUSED_PARTS:
        if name in names:
            raise refusal(reason)
    if "mimetype" in names:
        is_book = "epub" in read_mimetype(content)
        raise refusal("book" if is_book else "open_document")
    found = next((media for name, media in _BY_PART if name in names), None)
    if found is None:
        raise refusal("archive")
    return found


def _of_ole(content: bytes) -> str:
    """Return the reason for refusing a compound file: all of them are old or encrypted."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "encrypted_office"
    return "old_word" if "WordDocument".encode("utf-16-le") in content else "old_office"


def _looks_binary(content: bytes) -> bool:
    head = content[:_SAMPLE]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff", b"\xef\xbb\xbf")):
        return False
    if guess_wide(content):
        return False
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b\x1a\0" for byte in head)
    if odd * 50 > len(head):
        return True
    return head.count(0) * 100 > len(head) + 400  # a few in a text are damage, not a format


def _of_binary(content: bytes) -> str:
    """Return the reason for refusing a binary file, after what kind it is."""
    for media_type, extension in _magic(content[: _HEAD * 8]):
        for prefix, reason in _REFUSED_TYPES:
            if media_type.startswith(prefix):
                return reason
        if extension in _ARCHIVES:
            return "archive"
    return "program" if content.startswith(b"\x7fELF") else "unknown"


def _magic(head: bytes) -> Iterator[tuple[str, str]]:
    """Give the type and extension of each signature that fits, the surest first."""
    import puremagic

    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError, OSError):
        return
    for match in found:
        yield match.mime_type, match.extension.lower()


def looks_like_html(text: str) -> bool:
    """Say whether a text is the source of a web page."""
    head = text[:_SAMPLE]
    return bool(_HTML.match(head)) or len(_CLOSED.findall(head)) * 400 > len(head) > 20


def _of_text(text: str, file_name: str) -> Media:
    from documents.ingest.readers import delimited, json_rows

    head = text[:_SAMPLE]
    if looks_like_html(text):
        return Media.HTML
    if _XML.match(head):
        raise refusal("xml")
    mime = _MIME.match(head)
    if mime and "multipart/related" in mime[0].lower():
        raise refusal("web_archive")
    if json_rows.looks_like_lines(text):
        return Media.JSONL
    if json_rows.looks_like_array(text) or json_rows.looks_like_object(text):
        return Media.JSON
    if delimited.find_delimiter(text, file_name):
        return Media.CSV
    if kind := data_kind(text):
        raise refusal(kind)
    return Media.TEXT
