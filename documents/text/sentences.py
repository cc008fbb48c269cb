"""Cuts text into sentences, English and Chinese, so that evidence is an exact one."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 600
"""A sentence of more characters is cut at clause marks."""

_CLOSING = re.escape("\"'”’」』）)]】》")
_CHINESE_END = re.compile(rf"[。！？!?]+[{_CLOSING}]*|；(?=\s*$)")
_LATIN_END = re.compile(rf"[.!?]+[{_CLOSING}]*(?=\s|$)")
_LINE_END = re.compile(r"\n+")
# A full stop after one of these, or after a single capital, ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'])(?:No|Nos|vs|cf|etc|e\.g|i\.e|approx|Art|Vol|pp|p|Fig|Dr|Mr|Mrs|Ms|Prof|Gen"
    r"|Sen|St|Jr|Sr|Inc|Ltd|Co|Corp|Dept|Univ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|bzw|z\.B|Nr|Abs|ca|bspw|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])$"
)
_CLAUSE = re.compile(r"[;；:：,，、]\s*|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, from `start` up to and without `end`, in characters."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """Return the sentences in order, without blanks at their ends; a line end always ends one.

    Every span is at most LONGEST characters long. Together they cover all that is not blank.
    """
    spans = []
    for line in _lines(text):
        start = line.start
        for end in _ends(text, line):
            spans += _trimmed(text, start, end)
            start = end
        spans += _trimmed(text, start, line.end)
    return [part for span in spans for part in _shortened(text, span)]


def sentence_at(spans: list[Span], start: int) -> Span | None:
    """Return the sentence that holds the character at `start`, by binary search."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return spans[low] if low < len(spans) and spans[low].start <= start else None


def _lines(text: str) -> list[Span]:
    """Cut at line ends; a lone line end inside a wrapped sentence does not cut it."""
    cuts, start = [], 0
    for mark in _LINE_END.finditer(text):
        if len(mark[0]) == 1 and _is_wrapped(text, mark.start(), mark.end()):
            continue
        cuts.append(Span(start, mark.start()))
        start = mark.end()
    cuts.append(Span(start, len(text)))
    return cuts


def _is_wrapped(text: str, end: int, start: int) -> bool:
    """Whether a single line end stands inside a sentence: no stop before, small letter after."""
    before, after = text[:end].rstrip(" ")[-1:], text[start : start + 1]
    return before.isalnum() and (after.islower() or (before.islower() and after.isalpha()))


def _ends(text: str, line: Span) -> list[int]:
    marks = [
        *_CHINESE_END.finditer(text, line.start, line.end),
        *_LATIN_END.finditer(text, line.start, line.end),
    ]
    return sorted({mark.end() for mark in marks if not _is_abbreviation(text, line, mark)})


def _is_abbreviation(text: str, line: Span, mark: re.Match[str]) -> bool:
    if mark[0] != ".":
        return False
    before = text[max(line.start, mark.start() - 14) : mark.start()]
    if not _ABBREVIATION.search(before):
        return before.strip().isdigit() and mark.start() - len(before.strip()) == line.start
    return bool(text[mark.end() : line.end].strip())


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


def _shortened(text: str, span: Span) -> list[Span]:
    """Cut a long sentence at the last clause mark that fits, else at a blank, else anywhere."""
    parts, start = [], span.start
    while span.end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        parts += _trimmed(text, start, cut)
        start = cut
    return parts + _trimmed(text, start, span.end)


def _cut(text: str, start: int, limit: int) -> int:
    marks = [mark.end() for mark in _CLAUSE.finditer(text, start + LONGEST // 4, limit)]
    if marks:
        return marks[-1]
    blank = text.rfind(" ", start + LONGEST // 2, limit)
    return blank + 1 if blank > 0 else limit
