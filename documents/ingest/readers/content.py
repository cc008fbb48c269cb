"""Decides by its first bytes what a file is; its name is only a hint."""

from __future__ import annotations

import re

from documents.ingest.draft import UnreadablePageError

PLAIN, HTML = "text/plain", "text/html"
_MARKUP = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|article|table|meta)[\s>]", re.IGNORECASE)


def guess_content(content: bytes, file_name: str = "") -> str:
    """Give the media type of `content`. Raises UnreadablePageError for what is no text."""
    if not content.strip():
        raise UnreadablePageError("empty", "This file is empty. Choose another file.")
    start = content[:4096]
    if _MARKUP.search(start.replace(b"\x00", b"")):
        return HTML
    if _is_binary(start):
        raise UnreadablePageError(
            "binary", "This file is not text: it holds binary data that no reader here knows."
        )
    return PLAIN


def _is_binary(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in start)
    return b"\x00" in start or controls > len(start) * 0.02
