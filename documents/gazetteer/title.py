"""Where a document is cited, and by what."""

from __future__ import annotations

from typing import NamedTuple

from documents.text.sentences import Span

TITLED = "title"
NUMBERED = "number"
UNTITLED = "untitled"
BEFORE_TAIL = 60  # characters of the whole in front of its tail


class Title(NamedTuple):
    """Where a document is cited; rule: title number untitled."""

    span: Span
    rule: str
