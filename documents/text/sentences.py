"""Cuts a text into sentences, English and Chinese, by offsets, so that evidence is an exact one."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 600
"""A sentence of more characters is cut at clause marks."""

_ABBREVIATED = """
    no nos mr mrs ms dr prof st vs etc fig figs vol vols pp ed eds al cf approx dept est gov sen
    rep gen col lt jr sr inc co corp ltd jan feb mar apr jun jul aug sep sept oct nov dec
    art sec ch para univ nr bzw abs ca usw bspw
"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_CLOSING = "[\"'”’」』）)\\]】》]*"
_END = re.compile(  # one set of characters first: the rest is tried at these alone
    r"[。！？!?….\n](?:"
    rf"(?<=[。！？!?…])[。！？!?…]*{_CLOSING}"  # ends in itself
    rf"|(?<=\.)\.*{_CLOSING}(?=\s|$|[\u3400-\u9fff])"  # a full stop before a blank
    r"|(?<=[a-z)]\.)(?=[A-Z][a-z])"  # two sentences glued together
    r"|(?<=\n))"
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_LISTED = re.compile(
    r"\s*(?:[•·●▪◆■*–—-]\s|\(?\d{1,2}[.)、]|[（(]?[一二三四五六七八九十]{1,3}[、)）])"
)
_WIDE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_CLAUSE = re.compile(r"[；;]|[，,:：、](?=\D)|\s[–—-]\s|\n")
_WRAPPED_FROM = 40  # columns; a shorter line that ends without a full stop is a heading


class Span(NamedTuple):
    """A stretch of a text, from `start` up to and without `end`, in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def sentences(text: str) -> list[Span]:
    """Return the sentences in order, none with blanks at its ends, none over LONGEST.

    An empty line always ends a sentence; a single line end does where the line does not read on in
    the next. "No. 5", "U.S.", initials and decimals end none. Together they cover all but blanks.
    """
    return list(_sentences(text))


@lru_cache(maxsize=32)
def _sentences(text: str) -> tuple[Span, ...]:
    """Remember the last few texts, since several readers ask for the same one in a row."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        at, end = match.span()
        if at == start and text[at] == "\n":
            start = end
        elif _ends(text, start, at, end):
            spans += _pieces(text, start, end)
            start = end
    spans += _pieces(text, start, len(text))
    return tuple(spans)


def sentence_at(spans: Sequence[Span], at: int) -> Span | None:
    """Return the sentence that holds the character at an offset, None between sentences."""
    place = bisect_right(spans, at, key=itemgetter(0))
    return spans[place - 1] if place and at < spans[place - 1].end else None


def _ends(text: str, start: int, at: int, end: int) -> bool:
    """Whether the marks from `at` to `end` end the sentence that begins at `start`."""
    mark = text[at]
    if mark == "\n":
        return _line_ends(text, start, at)
    return mark != "." or not _is_abbreviated(text, start, at, end)


def _line_ends(text: str, start: int, at: int) -> bool:
    """Whether the line end at `at` also ends a sentence, rather than wrapping one."""
    following = text[at + 1 : at + 40]
    if not following or following[0] == "\n" or _LISTED.match(following):
        return True
    line = text[max(text.rfind("\n", 0, at) + 1, start) : at].rstrip()
    if not line or line[-1] in ".!?:;。！？：；":
        return True
    if following.lstrip()[:1].islower():
        return False
    length = len(line)
    return length < _WRAPPED_FROM and length + len(_WIDE.findall(line)) < _WRAPPED_FROM


def _is_abbreviated(text: str, start: int, at: int, end: int) -> bool:
    behind = text[end : end + 40]
    if not behind or behind[0] == "\n":
        return False
    if behind.lstrip()[:1].islower() or _is_list_number(text, start, at):
        return True
    word = text[max(start, at - 20) : at].rsplit(maxsplit=1)[-1:]
    letters = word[0].lstrip("(\"'“‘[") if word else ""
    if len(letters) == 1 or ("." in letters and _INITIALS.fullmatch(letters)):
        return letters.isascii() and letters[0].isalpha()
    return letters.lower() in _ABBREVIATIONS


def _is_list_number(text: str, start: int, at: int) -> bool:
    """Whether nothing but a number stands between the begin of a sentence and a full stop."""
    return not text[at - 1].isalpha() and text[start:at].strip().isdigit()


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """Return the stretch without its blanks, cut at clause marks where it is too long."""
    start, end = _trimmed(text, start, end)
    pieces = []
    while end - start > LONGEST:
        cut = _cut(text, start)
        pieces.append(Span(*_trimmed(text, start, cut)))
        start, end = _trimmed(text, cut, end)
    if start < end:
        pieces.append(Span(start, end))
    return pieces


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int) -> int:
    """Return where to cut: behind the last clause mark that fits, else at a blank, else hard."""
    limit = start + LONGEST
    marks = [match.end() for match in _CLAUSE.finditer(text, start + LONGEST // 4, limit)]
    if marks:
        return marks[-1]
    blank = text.rfind(" ", start + LONGEST // 4, limit)
    return blank if blank > 0 else limit
