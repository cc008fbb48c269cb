"""Joins the lines of a text that was broken at a fixed width, as copies of PDF files are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from documents.ingest.lines import Line
from documents.ingest.shape import HAN, han_count, is_bullet, is_enumerated, is_prose, key

_ENDS = re.compile(r"[.!?。！？：:；;][\"'”’)）]*$")
_NEW_START = re.compile(
    r"^(?:abstract|summary|key ?words?|jel|摘\s*要|关\s*键\s*词)", re.IGNORECASE
)
_DATED_END = re.compile(
    r"\S\s(?:\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[\[(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\])]?)$"
)
_MONTH_END = re.compile(r"\S\s(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? \d{4}$")
_DATED_START = re.compile(r"^[\[(]?(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b")
# A small word with a capital, or a dateline, begins a sentence; before it stands a heading.
_SENTENCE_START = re.compile(
    r"^(?:(?:The|On|In|At|As|This|These|After|According|Under|With|For|To)\s\S|"
    r"[A-Z][A-Za-z ]{2,30}(?:, [A-Z][a-z]+\.? \d{1,2}\b.{0,20})?\s?(?:--|[–—])\s)"
)
_SMALL_END = re.compile(
    r"(?:\b(?:of|for|and|or|the|in|on|to|an?|by|with|from|at|that|as|is|are|was|its?)|[,(–—-])$"
)
_CLAUSE = re.compile(rf"[{HAN}][，。；][{HAN}“《]")
_WIDEST, _NARROWEST = 130, 36


def unwrap(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join broken lines of paragraphs; a page whose lines are whole paragraphs stays as it is.

    Running heads that come back on each page and page numbers are taken out before joining, so
    that a sentence which runs over a page is whole again.
    """
    if not is_wrapped(lines):
        return tuple(lines)
    width = _width(lines)
    seen = Counter(_without_figures(line.text) for line in lines)
    again = Counter(line.text for line in lines)
    joined: list[Line] = []
    open_at = -1  # where the paragraph stands that may go on
    over_page = False
    for line in lines:
        top = over_page or not joined or again[line.text] > 1
        if _is_page_number(line.text) or (_comes_back(line, seen, top=top) and not _opens(joined)):
            over_page = bool(joined)
            joined.append(replace(line, running=True))
            continue
        before = joined[open_at] if open_at >= 0 else None
        if before is not None and _continues(before, line, width, over_page=over_page):
            text = _glued(before.text, line.text)
            joined[open_at] = replace(before, text=text, last=line.text, parts=())
        else:
            open_at = len(joined)
            joined.append(replace(line, last=line.text))
        over_page = False
    return tuple(joined)


def _opens(joined: Sequence[Line]) -> bool:
    """Say whether what comes next is below the first line and above the text, as a title is."""
    return bool(joined) and not any(is_prose(line.text) for line in joined)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Say whether most lines inside paragraphs end in mid-sentence at about the same width."""
    inner = [line for line, after in pairwise(lines) if not after.gap]
    if len(inner) < 4:
        return False
    sizes = sorted(map(_size, inner))
    wide = sizes[int(len(sizes) * 0.9)]
    if wide > _WIDEST:
        return False
    if wide >= _NARROWEST and _fills(inner, wide):
        return True
    near = sum(size >= 0.8 * wide for size in sizes)
    broken = sum(not _ENDS.search(line.text) for line in inner if len(line.text) >= 0.6 * wide / 2)
    return near >= 0.5 * len(sizes) and broken >= 0.5 * len(sizes) and wide >= _NARROWEST


def _size(line: Line) -> int:
    return len(line.text) * (1 + (han_count(line.text) > len(line.text) / 2))


def _fills(lines: Sequence[Line], wide: int) -> bool:
    """Say whether full lines of Chinese sentences that break off hold most of the text.

    Titles in a list are of one width as well, but have no commas.
    """
    full = [line for line in lines if _size(line) >= 0.8 * wide]
    clauses = [line for line in full if _CLAUSE.search(line.text) and not _ENDS.search(line.text)]
    return 2 * sum(map(_size, clauses)) >= sum(map(_size, lines))


def _width(lines: Sequence[Line]) -> float:
    sizes = sorted(len(line.text) for line in lines)
    return float(sizes[int(len(sizes) * 0.9)])


def _continues(previous: Line, line: Line, width: float, *, over_page: bool) -> bool:
    if is_enumerated(line.text) or is_bullet(line.text) or _NEW_START.match(line.text):
        return False
    if line.gap and not over_page:
        return False
    if over_page:
        return not _ENDS.search(previous.text) and (
            line.text[:1].islower() or han_count(line.text[:1]) > 0
        )
    if _DATED_END.search(previous.last) or _are_entries(previous.last, line.text):
        return False  # an entry of a list
    if previous.text == previous.last and previous.gap and _is_heading_above(previous, line):
        return False
    full = len(previous.last) >= 0.8 * width
    return (full or line.text[:1].islower()) and not (
        _ENDS.search(previous.last) and len(previous.last) < 0.6 * width
    )


def _are_entries(before: str, after: str) -> bool:
    """Say whether two lines are entries of a list, which begin or end with their dates."""
    return any(form.search(before) and form.search(after) for form in (_DATED_START, _MONTH_END))


def _is_heading_above(line: Line, after: Line) -> bool:
    """Say whether a first line is whole by itself, since a sentence begins on the next one."""
    whole = not _ENDS.search(line.text) and not _SMALL_END.search(line.text)
    return whole and bool(_SENTENCE_START.match(after.text))


def _glued(before: str, after: str) -> str:
    """Join two lines: Han without a blank, a word divided by a hyphen without both."""
    if re.search(rf"[{HAN}，。、；：）]$", before) and re.match(rf"[{HAN}（《“0-9]", after):
        return before + after
    if re.search(r"[a-z]{2}-$", before) and re.match(r"[a-z]{2}", after):
        return before[:-1] + after
    return f"{before} {after}"


def _is_page_number(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"[-–—·\s|]*(?:page\s|第|seite\s)?\s*\d{1,4}\s*(?:页|of \d+|/ ?\d+)?[-–—·\s|]*",
            text,
            re.IGNORECASE,
        )
    )


def _comes_back(line: Line, seen: Counter[str], *, top: bool) -> bool:
    """Say whether a short line comes back but for its figures, apart or at the top of a page."""
    wanted = _without_figures(line.text)
    short = len(wanted) >= 6 and len(line.text) <= 110
    return short and (line.gap or top) and seen[wanted] >= 2


def _without_figures(text: str) -> str:
    return re.sub(r"\d+", "", key(text[:200]))
