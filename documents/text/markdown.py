"""Finds the marks of Markdown in a text, so that a page can show the text without them.

The stored text keeps them: offsets and quotes are those of the page as it came.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right

_HEADING = re.compile(r"^ {0,3}#{1,6} +(?=\S)", re.MULTILINE)
_STRONG = re.compile(
    r"(?P<stars>\*\*)(?=[^\s*])[^\n]{1,300}?(?<=[^\s*])\*\*(?!\*)"
    r"|(?<![\w_])(?P<lines>__)(?=[^\s_])[^\n]{1,300}?(?<=[^\s_])__(?![\w_])"
)
LONGEST_HEADING = 200

type Stretch = tuple[int, int]


def marks_in(text: str, start: int = 0, end: int = sys.maxsize) -> list[Stretch]:
    """Return the stretches of text[start:end] that are marks of a heading or of strong words."""
    end = min(end, len(text))

    def stands(sign: str) -> bool:
        return text.find(sign, start, end) >= 0

    found = [mark.span() for mark in _HEADING.finditer(text, start, end)] if stands("# ") else []
    if stands("**") or stands("__"):
        for strong in _STRONG.finditer(text, start, end):
            left, right = strong.span()
            found += [(left, left + 2), (right - 2, right)]
    return sorted(found)


def headings_in(text: str) -> list[Stretch]:
    """Return the lines that are headings, in order, with their marks."""
    found = []
    for mark in _HEADING.finditer(text) if "# " in text else ():
        line_end = text.find("\n", mark.end())
        end = len(text) if line_end < 0 else line_end
        if end - mark.end() <= LONGEST_HEADING:
            found.append((mark.start(), end))
    return found


def between(marks: list[Stretch], start: int, end: int) -> list[Stretch]:
    """Return what is left of start..end without the marks, in order."""
    left = []
    first = max(0, bisect_right(marks, (start, start)) - 1)
    for mark_start, mark_end in marks[first:]:
        if mark_start >= end:
            break
        if mark_start > start:
            left.append((start, mark_start))
        start = max(start, mark_end)
    if start < end:
        left.append((start, end))
    return left


def plain(text: str) -> str:
    """Return a text without its marks."""
    return "".join(text[start:end] for start, end in between(marks_in(text), 0, len(text)))
