"""Recognises pages that are no whole article: lists of links, two articles, and teasers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from documents.ingest.access import READING, is_cut_off
from documents.ingest.byline import read_byline, starts_byline
from documents.ingest.dates_read import is_date_line
from documents.ingest.lines import Line
from documents.ingest.reporters import find_han_reporters
from documents.ingest.shape import (
    HAN,
    ends_sentence,
    is_enumerated,
    is_prose,
    is_title_case,
    word_count,
)
from documents.text.dates import find_dates

_ENTRY_DATE = re.compile(
    r"^\W*(?:\d{4}|\d{1,2})[-/.年月](?=\s?\d)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\W*$|\d{1,2}[-/]\d{1,2}\W*$"
)
_BELOW_TITLE = 2  # lines from the title in which its byline stands
_BYLINE = 10  # words of a byline alone
_HAN_BYLINE = 24  # characters
_DATE_ALONE = 9  # words of a line that is a date, with its weekday and hour
# "2 days", "3 hours ago", "Aug 11", "08-11", "3天前": how sites date what is new.
_RECENT = re.compile(
    r"\d{1,2} (?:min(?:ute)?|hour|day|week|month)s?(?: ago)?|"
    r"(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?|"
    r"\d\d[-/.]\d\d|\d{1,2}(?:分钟|小时|天|周|个月)前"
)
_CAPITALS = 16  # words of a title of two sentences
_ENTRIES, _DATED, _TITLE_WORDS = 4, 60, 4
_USUAL = 0.75  # of the dates of a list, the share that has a title beside it
_STOP = re.compile(r"[.!?][”\"]?\s+[A-ZÀ-Þ“]|[。！？](?!$)")
# "本报讯（记者 王某）", "新华社北京5月4日电", "PARIS, 4 May (Wire) --": how a wire's text opens.
_DATELINE = re.compile(
    rf"(?:[{HAN}]{{0,6}}[报社网]?讯\s?(?=[(（\s])|[{HAN}]{{2,8}}\d{{1,2}}月\d{{1,2}}日[电讯電訊]|"
    r"[A-Z]{3,}[A-Z ,]{0,30}(?:, [\w. ]{3,16})?\s?(?:\([^)]{2,30}\))?\s?(?:--|[–—-])\s)"
)
_SENTENCES = 1  # stops inside a teaser
_TEASER = 60  # words of what a list says of an entry
_EXCERPT, _EXCERPT_WORDS = 4, 250  # paragraphs and words that a site shows of another's text
_SOURCED = re.compile(r"\W{0,2}(?:sources?|来源|來源|稿源|出处|quelle)\s?[:：]", re.IGNORECASE)
LIST_WARNING = "This page is a list of other pages; it holds no text of its own."
TWO_WARNING = "This page holds two articles; only the first was read. Paste the second by itself."


def is_list(lines: Sequence[Line], marks: Mapping[int, str]) -> bool:
    """Say whether a page is mostly titles of other pages, with hardly any prose."""
    usable = [line for line in lines if line.at not in marks]
    entries = entries_of(usable)
    if len(entries) < _ENTRIES:
        return False
    if sum(map(_is_full, usable)) > 1:
        return False  # it has a text of its own, whatever stands round it
    teasers = _teasers_of(usable, _dated_entries(usable))
    prose = [
        line
        for line in usable
        if line.at not in teasers
        and is_prose(line.text)
        and word_count(line.text) >= 25
        and not line.linked
    ]
    listed = len(entries) + len(teasers) >= 0.45 * len(usable)
    return listed and len(prose) <= len(entries) / 4


def _is_full(line: Line) -> bool:
    """Say whether a line is a paragraph of several sentences, or one too long for a teaser."""
    if line.linked or not is_prose(line.text):
        return False
    return word_count(line.text) > _TEASER or len(_STOP.findall(line.text)) > _SENTENCES


def _teasers_of(usable: Sequence[Line], entries: frozenset[int]) -> frozenset[int]:
    """Give the numbers of the short paragraphs beside entries, which say what each is about."""
    found = set()
    for line, after in pairwise(usable):
        for one, other in ((line, after), (after, line)):
            short = is_prose(one.text) and word_count(one.text) <= _TEASER
            if short and one.at not in entries and other.at in entries:
                found.add(one.at)
    return frozenset(found)


def is_teaser(body: Sequence[Line], limit: str) -> bool:
    """Say whether a text breaks off, behind a `limit` on reading or after a few paragraphs."""
    few = len(body) <= _EXCERPT and sum(word_count(line.text) for line in body) <= _EXCERPT_WORDS
    return is_cut_off(body) and (limit == READING or few)


def entries_of(lines: Sequence[Line]) -> frozenset[int]:
    """Give the numbers of the lines that list other pages: titles with their dates beside them.

    Where a title has its date on the line below or above, both are an entry's.
    """
    return _dated_entries(lines) | {line.at for line in lines if _is_entry(line)}


def _dated_entries(lines: Sequence[Line]) -> frozenset[int]:
    """Give the numbers of titles and of their dates, below, above or a teaser further on."""
    dated = [index for index, line in enumerate(lines) if _is_dated(line)]
    told = [index for index in dated if ends_sentence(lines[index - 1].text)]
    found = [_titles_beside(lines, told, -2)]
    found += [_titles_beside(lines, dated, step) for step in (1, -1)]
    most = max(found, key=len)
    return frozenset(most)


def _titles_beside(lines: Sequence[Line], dated: Sequence[int], step: int) -> set[int]:
    """Give the lines of entries with titles `step` lines from their dates, none if few have one."""
    places = [at + step for at in dated if 0 <= at + step < len(lines)]
    titles = [at for at in places if _may_be_entry(lines[at])]
    if len(titles) < max(_ENTRIES, _USUAL * len(dated)):
        return set()
    return {lines[at].at for at in (*dated, *titles)}


def _is_dated(line: Line) -> bool:
    """Say whether a line is an entry's date, with its number or its kind beside it."""
    if _RECENT.fullmatch(line.text):
        return True
    dates = find_dates(line.text) if len(line.text) <= _DATED else []
    return len(dates) == 1 and word_count(line.text) <= _DATE_ALONE


def _may_be_entry(line: Line) -> bool:
    words = word_count(line.text)
    titled = not is_prose(line.text) or (words <= _CAPITALS and is_title_case(line.text))
    return titled and not find_dates(line.text) and words >= _TITLE_WORDS


def find_second_article(
    lines: Sequence[Line], marks: Mapping[int, str], meta: frozenset[int], title_at: int
) -> int:
    """Give the line where a second article begins, 0 where the page holds one.

    A second article is a title, then within two lines a dated line like the first one's, then
    prose; and prose must stand between the two titles.
    """
    whole = [line for line in lines if line.at not in marks]
    if second := _find_second_entry(whole, meta, title_at):
        return second
    usable = [line for line in whole if line.at > title_at]
    by_form = (_find_second_byline, _find_second_sourced, _find_second_opening)
    if second := next((at for find in by_form if (at := find(usable, meta))), 0):
        return second
    dated = {line.at for line in usable if line.at in meta and find_dates(line.text)}
    if len(dated) < 2:
        return 0
    seen_prose = False
    for index, line in enumerate(usable):
        following = usable[index + 1 : index + 4]
        if seen_prose and _is_title(line, meta) and _opens_article(following, dated):
            return line.at
        seen_prose = seen_prose or (is_prose(line.text) and line.at not in meta)
    return 0


def _find_second_byline(usable: Sequence[Line], meta: frozenset[int]) -> int:
    """Give the line of a second title above a byline, 0 where only one title has its byline.

    The first byline stands below the page's title; prose must follow each.
    """
    bylines = [at for at, line in enumerate(usable) if _is_byline(line)]
    if not bylines or bylines[0] > _BELOW_TITLE:
        return 0
    for at in bylines[1:]:
        title, text = usable[at - 1], usable[at + 1 : at + 3]
        told = any(is_prose(line.text) and line.at not in meta for line in usable[: at - 1])
        if told and _is_title(title, meta) and any(is_prose(line.text) for line in text):
            return title.at
    return 0


def _find_second_sourced(usable: Sequence[Line], meta: frozenset[int]) -> int:
    """Give the line of a second title where each text ends in its source, 0 where only one does.

    The title stands right below the first source, and nothing but prose down to the second.
    """
    ends = [index for index, line in enumerate(usable) if _SOURCED.match(line.text)]
    for first, last in pairwise(ends):
        before, title, text = usable[:first], usable[first + 1], usable[first + 2 : last]
        told = any(is_prose(line.text) for line in before)
        if told and text and all(is_prose(line.text) for line in text) and _is_title(title, meta):
            return title.at
    return 0


def _find_second_opening(usable: Sequence[Line], meta: frozenset[int]) -> int:
    """Give the line of a second title above a dateline, 0 where only one text opens with one."""
    prose = [line for line in usable if is_prose(line.text)]
    if not prose or not _DATELINE.match(prose[0].text):
        return 0
    for title, text in pairwise(usable):
        second = text.at > prose[0].at and _DATELINE.match(text.text)
        if second and _is_title(title, meta):
            return title.at
    return 0


def _is_byline(line: Line) -> bool:
    """Say whether a line is a byline alone, without a date that would be a comment's."""
    if find_dates(line.text) or word_count(line.text) > _BYLINE:
        return False
    latin = starts_byline(line.text) and bool(read_byline(line.text))
    return latin or (len(line.text) <= _HAN_BYLINE and bool(find_han_reporters(line.text)))


def _find_second_entry(usable: Sequence[Line], meta: frozenset[int], title_at: int) -> int:
    """Give the line of the date above a second entry of a weblog, 0 where there is none.

    Each entry is a date alone, its title and prose; the first title must have its date above too.
    """
    entries = [
        (date.at, title.at)
        for index, (date, title) in enumerate(pairwise(usable))
        if is_date_line(date.text)
        and word_count(date.text) <= _DATE_ALONE
        and _is_title(title, meta)
        and any(is_prose(line.text) for line in usable[index + 2 : index + 4])
    ]
    return entries[1][0] if len(entries) > 1 and entries[0][1] == title_at else 0


def _is_entry(line: Line) -> bool:
    words = word_count(line.text)
    dated = (bool(_ENTRY_DATE.search(line.text)) or _ends_in_date(line.text)) and 4 <= words <= 40
    return (dated or (line.linked and words >= 4)) and not ends_sentence(line.text)


def _ends_in_date(text: str) -> bool:
    dates = find_dates(text)
    return len(dates) == 1 and text.endswith(dates[0].raw) and dates[0].start > 0


def _is_title(line: Line, meta: frozenset[int]) -> bool:
    plain = line.at not in meta and not is_enumerated(line.text) and not line.linked
    question = line.text.endswith(("?", "？"))
    return plain and 3 <= word_count(line.text) <= 40 and (question or not ends_sentence(line.text))


def _opens_article(following: Sequence[Line], dated: set[int]) -> bool:
    near = [line for line in following[:2] if line.at in dated]
    return bool(near) and any(is_prose(line.text) and line.at > near[0].at for line in following)
