"""Tells data for programs from text for people: settings, lists of values, e-mail, subtitles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE = 400  # lines
_LEAST = 5  # lines that can tell
_KEY = re.compile(r"^(\s*)(?:- )?(?:[a-z_][\w.-]*|\"[^\"]+\"|'[^']+'):(?:\s+\S.*|\s*)$")
_ENTRY = re.compile(r"^\s*- \S")
_OPENS = re.compile(r"^(\s*)(?:- )?[a-z_][\w.-]*:\s*(?:[|>][-+]?)?\s*$")
_SETTING = re.compile(r"^(?:\[[\w.\" -]+\]|[a-z_][\w.-]*\s*=\s*\S.*)$")
_SECTION = re.compile(r"^\[[\w.\" -]+\]$", re.MULTILINE)
_MAIL = re.compile(
    r"^(from|to|subject|date|message-id|received|mime-version|return-path|reply-to|"
    r"content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_ONLY_MAIL = frozenset({"message-id", "received", "mime-version", "return-path"})
_CUE = re.compile(r"^\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:\d\d:\d\d[,.]\d{3}", re.MULTILINE)


def data_kind(text: str) -> str:
    """Return "mail", "subtitles" or "settings" for such a text, "" for any other.

    A page for people may have labels ("Source: …") and lists; what tells data is that nearly every
    line is a key in small letters or an entry, and that lines hang below such keys.
    """
    lines = [line for line in text.split("\n", _SAMPLE)[:_SAMPLE] if line.strip()]
    if _is_mail(lines):
        return "mail"
    if len(_CUE.findall(text[:20_000])) >= 2:
        return "subtitles"
    if len(lines) >= _LEAST and (_is_tree(lines) or _is_sections(lines, text)):
        return "settings"
    return ""


def _is_mail(lines: Sequence[str]) -> bool:
    """Say whether a text begins with the head of a message."""
    if not lines or not _MAIL.match(lines[0]):
        return False
    head = {match[1].lower() for line in lines[:40] if (match := _MAIL.match(line))}
    return len(head) >= 3 and bool(head & _ONLY_MAIL)


def _is_tree(lines: Sequence[str]) -> bool:
    """Say whether a text is keys, entries and what is indented below them, as in YAML."""
    rows = [line for line in lines if not line.lstrip().startswith(("#", "---"))]
    keys = sum(bool(_KEY.match(line)) for line in rows)
    entries = sum(bool(_ENTRY.match(line)) for line in rows)
    if keys < 3 or not any(_hangs(one, other) for one, other in pairwise(rows)):
        return False
    indented = sum(line.startswith((" ", "\t")) for line in rows)
    is_all_keys = (keys + entries) * 10 >= len(rows) * 7
    return is_all_keys or (indented * 10 >= len(rows) * 6 and keys * 10 >= len(rows) * 3)


def _hangs(line: str, after: str) -> bool:
    """Say whether a line is an open key and the one after it stands below that."""
    opened = _OPENS.match(line)
    is_below = after.startswith((" ", "\t", "- "))
    return opened is not None and is_below and len(after) - len(after.lstrip()) >= len(opened[1])


def _is_sections(lines: Sequence[str], text: str) -> bool:
    """Say whether a text is settings under names in square brackets."""
    settings = sum(bool(_SETTING.match(line)) for line in lines)
    return bool(_SECTION.search(text)) and settings * 10 >= len(lines) * 8
