"""Makes paragraphs of printed lines: drops what every page repeats, joins what a line end broke."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from documents.ingest.shape import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST_WIDTH = 36
_EDGE = 3  # lines at the top and at the bottom of a page that may be running heads
_DIGITS = re.compile(r"\d+|[ivxlc]+\b")
_NUMBER = re.compile(
    r"^(?:[-–—·•\s]*\d{1,4}[-–—·•\s]*|page\s+\d+(?:\s*(?:of|/)\s*\d+)?|\d+\s*/\s*\d+|"
    r"第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|[ivxlc]{1,6})$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?。！？…:：;；][\"'”’」』)）\]]*$")
_STARTS = re.compile(
    r"^(?:[•·●▪◦‣–—*-]\s|\(?\d{1,3}[.)、．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章节条]|(?:figure|table|chapter|section)\s+\d)",
    re.IGNORECASE,
)
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_HAN_END = re.compile(rf"[{HAN}，、。；：“”《》（）]$")
_HAN_START = re.compile(rf"^[{HAN}，、。；：“”《》（）]")


def paragraphs_of(pages: Sequence[str]) -> list[str]:
    """Give the paragraphs of a document from the text of its pages, a line a printed line."""
    split = [[line.strip() for line in page.splitlines()] for page in pages]
    repeated = _repeated(split)
    lines = [line for page in split for line in _without_edges(page, repeated)]
    return list(_joined(lines, _width(lines)))


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Give the forms of lines that stand at the edge of most pages, whatever their numbers."""
    if len(pages) < 3:
        return frozenset()
    forms = Counter(form for page in pages for form in {_form(line) for line in _edges(page)})
    least = max(3, len(pages) * 2 // 5)
    return frozenset(form for form, count in forms.items() if count >= least)


def _edges(page: Sequence[str]) -> list[str]:
    filled = [line for line in page if line]
    return filled[:_EDGE] + filled[_EDGE:][-_EDGE:]


def _form(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _without_edges(page: Sequence[str], repeated: frozenset[str]) -> list[str]:
    """Drop running heads and page numbers from the edges of a page."""
    filled = [number for number, line in enumerate(page) if line]
    edges = set(filled[:_EDGE] + filled[-_EDGE:])
    outer = {filled[0], filled[-1]} if filled else set()
    kept = [
        line
        for number, line in enumerate(page)
        if not (number in edges and _form(line) in repeated)
        and not (number in outer and _NUMBER.match(line))
    ]
    if any(kept):
        return kept
    return [line for line in page if not _NUMBER.match(line)]  # a page is more than its head


def _width(lines: Sequence[str]) -> int:
    """Give the width of a full line: nine of ten are not wider. A Han character counts double."""
    widths = sorted(_measure(line) for line in lines if line)
    return max(widths[len(widths) * 9 // 10] if widths else 0, _LEAST_WIDTH)


def _measure(line: str) -> int:
    return sum(2 if char > "\u2e80" else 1 for char in line)


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    paragraph = ""
    last = ""
    for line in lines:
        if paragraph and line and _goes_on(last, line, width):
            paragraph = _join(paragraph, line)
        elif line or _ENDS.search(last):
            if paragraph:
                yield paragraph
            paragraph = line
        last = line or last
    if paragraph:
        yield paragraph


def _goes_on(last: str, line: str, width: int) -> bool:
    """Say whether a line belongs to the paragraph of the line before."""
    if _STARTS.match(line):
        return False
    if _BROKEN_WORD.search(last) and line[:1].isalpha() and not _HAN_START.match(line):
        return line[:1].islower() or _measure(last) >= width * 0.8
    full = _measure(last) >= width * (0.6 if line[:1].islower() else 0.8)
    return full and not (_ENDS.search(last) and _measure(last) < width * 0.97)


def _join(paragraph: str, line: str) -> str:
    if _BROKEN_WORD.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    if _BROKEN_WORD.search(paragraph) and line[:1].isupper():
        return paragraph + line  # "Black-" and "White": the hyphen is the word's own
    if _HAN_END.search(paragraph) and _HAN_START.match(line):
        return paragraph + line
    return f"{paragraph} {line}"
