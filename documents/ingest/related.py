"""Finds the titles of other pages beside a text: below a heading, or by the signs of a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from documents.ingest.biographies import heads_sender, is_about
from documents.ingest.controls import is_only_controls
from documents.ingest.dates_read import is_date_line
from documents.ingest.furniture import (
    LINK_SENTENCE,
    PAGER,
    RELATED,
    RELATED_ITEM,
    WAY_ON,
    heads_related,
)
from documents.ingest.labels import field_of
from documents.ingest.lines import Line
from documents.ingest.names import is_organisation, is_person
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import (
    is_bullet,
    is_prose,
    is_title_case,
    key,
    without_bullet,
    word_count,
)

CONTACTS = ("contact", "hotline", "e-mail address")  # rules of lines that tell whom to call
_ATTACHMENT = compile_phrases("zones", "attachment")
_SITES = compile_phrases("zones", "sites_own")
# An address, a path, a telephone, an hour, or who posted a page and when.
_NO_TITLE = re.compile(
    r"@|^/|https?://|\d[\d(). -]{6,}\d|\d[時时]\d+分|"
    r"^(?:posted|published) by\b|^发[布表][者人]\s?[:：]",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s?[,;，；]")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|zip|ofd)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{1,4}|[A-Z](?:\.[A-Z])+)\.$")  # "… in Sept."
_COUNTED = re.compile(r"[(（]\s?\d+\s?[)）]$")  # "References (38)"
_LABEL = re.compile(r"^(?P<label>[^:：]{2,24})[:：]\s*(?P<value>.+)$")
_DATA = re.compile(r"^[^:：]{2,24}[^:：\s][:：]\s*\S")  # a row of a record among others
_CODES = re.compile(r"[A-Z]?\d[\w.]*")
_TO_CALL = re.compile(r"(?:人|者|contacts?)$", re.IGNORECASE)
_BESIDE = "inside <aside>"
_ITEMS = (RELATED_ITEM, LINK_SENTENCE)
_BARRED = "menu or breadcrumb"  # "In pictures | Spring on the lake" has the form of a menu
_PASSED = (None, WAY_ON, _BESIDE, "page number", _BARRED)  # a list goes on over them
_HEADED, _FREE = 3, 4  # words of a title below a heading, and of one without
_MOST = 30  # words
_LONG = 6  # words of a line that is no name of a part of the site
_DATE = 4  # words of a date alone
_BELOW = 3  # lines from a heading to its paragraph
_ENOUGH = 1  # signs, less what speaks against it, from which a line is a title


def is_attachment(text: str) -> bool:
    """Say whether a line names what is attached to a text, and is no link to a file."""
    return bool(_ATTACHMENT.match(text)) and not _FILE.search(text)


def find_boxes(lines: Sequence[Line], marks: Mapping[int, str], title_at: int) -> Iterator[Line]:
    """Give the titles in boxes above a text or amid it, each below its heading or marked itself.

    A box in plain text is the lines right below its heading; markup tells what is a link. What
    heads a text of this page itself is an entry of its contents.
    """
    headed, heads = False, _heads_of_texts(lines)
    for line, after in pairwise((*lines, Line(""))):
        rule = marks.get(line.at)
        if rule in _ITEMS:
            yield from _titles_in(line)
        elif rule == RELATED:
            headed = True
        elif headed and not (rule in _PASSED and _is_boxed(line, after, title_at)):
            headed = False
        elif headed and heads.get(_bare(line.text), line.at) == line.at:
            least = _FREE if line.at < title_at else _HEADED
            yield from [line] if _is_item(line, rule, least) else []


def _heads_of_texts(lines: Sequence[Line]) -> dict[str, int]:
    """Give the last line with each wording that has a paragraph within the next few."""
    prose = frozenset(line.at for line in lines if _is_text(line))
    return {
        _bare(line.text): line.at
        for line in lines
        if any(line.at + step in prose for step in range(1, _BELOW + 1))
    }


def _bare(text: str) -> str:
    return key(text).lstrip("0123456789")


def _is_boxed(line: Line, after: Line, title_at: int) -> bool:
    """Say whether a line can go on a box: no paragraph, nor the heading of the next one."""
    if line.at == title_at or _is_text(line):
        return False
    if line.tag:
        return line.linked or line.tag == "related"
    heads = _is_text(after) and not after.gap
    return not line.gap and not heads


def _is_text(line: Line) -> bool:
    """Say whether a line is a paragraph, and no title that is a question."""
    return is_prose(line.text) and (line.text[-1] not in "?？!！" or word_count(line.text) > _MOST)


def find_related(lines: Sequence[Line], marks: Mapping[int, str], last: int) -> tuple[Line, ...]:
    """Give the short lines after the text that name other pages."""
    tail = [line for line in lines if line.at > last]
    headed = any(marks.get(line.at) == RELATED for line in tail)
    found: list[Line] = []
    listed = closed = False  # whether the list below a heading goes on; whether the foot begins
    for before, line, after in zip((Line(""), *tail), tail, (*tail[1:], Line("")), strict=False):
        rule = marks.get(line.at)
        if rule in CONTACTS or _NO_TITLE.search(line.text):
            closed = True  # what follows whom to call is the site's
        if rule == RELATED:
            listed = True
        elif rule not in (*_ITEMS, *_PASSED) or _is_label(line.text):
            listed = False
        if rule in _ITEMS:
            found += _titles_in(line)
        elif listed:
            found += [line] if _is_item(line, rule, _HEADED) else []
        elif rule is None and (line.linked or not headed):
            near = (before, after)
            signs = _weight(line, near, marks) - (2 if closed else 0)
            found += [line] if signs >= _ENOUGH and _may_be_title(line, _HEADED) else []
    return tuple(found)


def _is_item(line: Line, rule: str | None, least: int) -> bool:
    """Say whether a line of a list below a heading is a title, and no way on or name of a part."""
    if rule == _BESIDE and not line.linked:
        return False
    if rule == _BARRED and (word_count(line.text) < _LONG or _SITES.search(line.text)):
        return False
    return rule in (None, _BESIDE, _BARRED) and _may_be_title(line, least)


def _weight(line: Line, near: Sequence[Line], marks: Mapping[int, str]) -> int:
    """Weigh the signs of a title that no heading announces against those of a site's own line."""
    words = word_count(line.text)
    before = near[0]
    turned = marks.get(before.at) == PAGER and (
        before.text[-1] in ":：" or key(before.text).endswith(key(line.text))
    )  # "Next:" with the title below, or behind it and below
    dated = any(is_date_line(one.text) and word_count(one.text) <= _DATE for one in near)
    beside = any(_may_be_title(one, _FREE) and one.at not in marks for one in near if one.text)
    return (
        (2 if line.linked else 0)
        + (2 if dated or turned else 0)
        + (1 if beside else 0)
        + (1 if words >= _LONG else 0)
        + (1 if is_title_case(line.text) else 0)
        + (2 if _is_announced(line.text) else 0)
        - (1 if line.tag and not line.linked else 0)
        - (1 if words < _FREE and not line.linked else 0)
        - (2 if _SITES.search(line.text) else 0)
        - (1 if is_organisation(line.text) else 0)
        - (2 if line.text[0].islower() else 0)
        - (1 if words < _LONG and all(_DATA.match(one.text) for one in (line, *near)) else 0)
        - (3 if _is_label(line.text) or _COUNTED.search(line.text) else 0)
    )


def _titles_in(line: Line) -> list[Line]:
    """Give what a marked line names: its links, where the markup sets them apart from the rest."""
    parts = [part for part in line.parts if not (heads_related(part) or is_date_line(part))]
    if len(parts) < len(line.parts) or len(parts) > 1:
        items = [replace(line, text=part, parts=()) for part in parts]
        return [item for item in items if _may_be_title(item, _FREE)]
    return [line] if _may_be_title(line, _HEADED) else []


def _is_label(text: str) -> bool:
    """Say whether a line is data behind a label: a person, a code, or a field of a record."""
    if field_of(text.strip(" :：")):
        return True
    match = _LABEL.match(text)
    if match is None or is_date_line(text):
        return False
    value = match["value"].split(",")[0].strip()
    known = field_of(match["label"]) or _TO_CALL.search(match["label"])
    return bool(known or _CODES.fullmatch(value))


def _is_announced(text: str) -> bool:
    """Say whether a line is a title behind the words that else head a list of them."""
    match = _LABEL.match(text)
    return bool(match and heads_related(match["label"]))


def _may_be_title(line: Line, least: int) -> bool:
    words = word_count(line.text)
    if not least <= words <= _MOST or line.text.isupper() or _NO_TITLE.search(line.text):
        return False
    if len(line.parts) > 1 and not heads_related(line.parts[0]):
        return False  # a row of a menu
    if is_person(_LISTED.split(line.text)[0]) and not is_bullet(line.text):
        return False  # a person with an office
    if line.text.endswith((":", "：")) or (line.text[0] in "(（[【" and line.text[-1] in ")）]】"):
        return False  # a heading; a note in brackets
    stop = line.text.endswith((".", "。")) and not _ABBREVIATED.search(line.text)
    sentence = stop and words >= 5
    about = is_about(line.text) or heads_sender(line.text)
    other = sentence or about or is_only_controls(line.text)
    file = _ATTACHMENT.match(line.text) or _FILE.search(line.text)
    return not (other or file or is_date_line(line.text))


def title_of(line: Line) -> str:
    """Give a related line without the mark of a list before it."""
    return without_bullet(line.text)
