"""Parts a title from what stands beside it, and joins one that is broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.ingest.byline import starts_byline
from documents.ingest.lines import Line, PageText
from documents.ingest.numbers import is_number_line
from documents.ingest.shape import (
    ends_sentence,
    han_count,
    is_addressee,
    is_prose,
    key,
    word_count,
)
from documents.text.dates import find_dates

_PREFIX = re.compile(
    r"^\W*(?:date|time|title|标题|题目|日期)?\W*(?:(?:19|"
    r"20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?)\s+(?=\S+\s|"
    r"[\u4e00-\u9fff]{6})",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"^#{1,6}\s+(?=\S)")
_LABEL = re.compile(
    r"^\W*(?:title|headline|原?标\s?题|题\s?目|名\s?称|信息名称|文件名称)\s*[:：]\s*", re.IGNORECASE
)
_SECTION = re.compile(
    r"^(?:[\u3400-\u9fff]{2,5}|[A-Z][\w-]+(?: [A-Z][\w-]+)?)\s?[|"
    r"｜丨]\s?(?=[\u3400-\u9fff《“]{6}|(?:\S+\s){3})"
)
_CHAPTER = re.compile(r"^(?:Chapter|Kapitel|Chapitre)\s(?:\d{1,3}|[IVX]+)\s?[.:–-]\s+(?=\S+\s)")
# The kind of a paper, on one line with its title.
_PAPER = re.compile(
    r"^(?:Working|Discussion|Occasional|Staff|Research|Policy|Conference) Paper:?\s"
    r"(?=[A-Z]\S*(?:\s\S+){3})"
)
_DAY_OF_ACT = re.compile(r"(?:of|vom|du) \d{1,2}\.? \w+ \d{4}$")  # the second line of its title
_OFFICIAL_END = re.compile(
    r"(?:通知|意见|办法|规定|条例|方案|规划|决定|公告|批复|细则|纲要|措施|通告|指南|规则)$"
)
_DATELINE = re.compile(r"^[\u3400-\u9fff]{2,12}\d{1,2}月\d{1,2}日[電电讯訊]\s?[/／|]\s?")
_SHARED = re.compile(
    r"\s*(?:分享[到至]|分享|打印|列印|字[号號體体]|Bookmark (?:and|&) Share)\s*[:：]?\s*$"
)  # a control glued on
_DATE_BEHIND = re.compile(r"\s*[(（\[【]\s*(?P<date>[^()（）\[\]【】]{6,30})\s*[)）\]】]$")
_OPEN_END = re.compile(
    r"\b(?:of|for|and|the|in|to|on|a|an|by|with|from|at|der|die|das|und|für|von|de|des|du|la|le|et)$"
)
_HAN_OPEN_END = re.compile(r"(?:[关關][于於]|印[发發]|[发發]布|[、和与與及的])$")
_MAIN_TITLE, _SUBTITLE = 4, 3  # least words of a title before a colon, and of what is below it
# The office that a title begins with, on a line of its own above what it is about.
_OFFICE = r"[\u3400-\u9fff]{3,24}(?:人民政府|办公[厅室]|委员会|[厅局委部])"
_HAN_OFFICE = re.compile(rf"^{_OFFICE}$")
_HAN_ABOUT = re.compile(r"^(?:[关關][于於]|印[发發]|转发)")
# An official title begins with the office and what it is about, and ends with the kind of document.
_HAN_OPENED = re.compile(rf"^{_OFFICE}[关關][于於][\u3400-\u9fff]+$")
_HAN_PIECE = re.compile(r"^[\u3400-\u9fff]+$")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SITE_PART = 5  # characters of the name of a site's part: 数据发布
_IN_BOOK = re.compile(r"(?:in:|dans)\s")  # the book of a chapter
_LONGEST = 45  # words of a title with its second line


def strip_title(text: str) -> str:
    """Take away what stands before a title: a mark of Markdown, a label, a date."""
    if len(text) > 1000:  # no title; and the forms take quadratic time on hostile lines
        return text
    text = _LABEL.sub("", _PREFIX.sub("", _MARKDOWN.sub("", text)))
    text = _DATELINE.sub("", _SECTION.sub("", _PAPER.sub("", _CHAPTER.sub("", text))))
    text = _SHARED.sub("", text)
    return text[: len(text) - len(date_behind(text))].strip(" \t¶")


def date_behind(text: str) -> str:
    """Give the date in brackets at the end of a title, brackets included, "" without one."""
    match = _DATE_BEHIND.search(text) if len(text) <= 300 else None
    dates = find_dates(match["date"]) if match else []
    whole = len(dates) == 1 and len(dates[0].raw) >= len(match["date"].strip()) if match else False
    return match[0] if match and whole else ""


def begin_line(line: Line, page: PageText, taken: frozenset[int]) -> Line:
    """Give the line on which a title begins that goes on in `line`: "某省人民政府关于" above it."""
    above = next((one for one in reversed(page.lines) if one.at < line.at), line)
    near = above.at >= line.at - 2 and above.at not in taken and above.tag == line.tag
    main = above.text.endswith(":") and word_count(above.text) >= _MAIN_TITLE
    open_end = han_count(above.text) > _SITE_PART and bool(_HAN_OPEN_END.search(above.text))
    opens = (main and word_count(line.text) >= _SUBTITLE) or open_end
    about = (
        above.at == line.at - 1 and _HAN_ABOUT.match(line.text) and _OFFICIAL_END.search(line.text)
    )
    office = bool(about and _HAN_OFFICE.match(above.text))
    declared = above is not line and _is_declared(above.text + line.text, page)
    if near and (opens or office or declared or _is_opened(above.text, line.text)):
        return above
    return line


def _is_opened(title: str, below: str) -> bool:
    """Say whether an official title goes on that broke amid its words: "某省人民政府关于支持"."""
    unfinished = _HAN_OPENED.match(title) and not _OFFICIAL_END.search(title)
    return bool(unfinished and _HAN_PIECE.match(below)) and len(below) <= _LONGEST


def join_lines(line: Line, page: PageText, taken: frozenset[int]) -> str:
    """Give the lines that go on with the title in `line`, led by a blank where words need one.

    `taken` holds the lines of the site and those of data about the document.
    """
    text = ""
    for after in _following(line, page, taken):
        whole = line.text + text
        if not _goes_on(whole, after, page, first=not text):
            break
        joined = _WIDE.search(whole[-1:] + after.text[:1])  # without a blank, as Han text is
        text += after.text if joined else f" {after.text}"
    return text


def _following(line: Line, page: PageText, taken: frozenset[int]) -> Iterator[Line]:
    """Give the next lines one by one as long as nothing else stands between."""
    at = line.at
    for after in page.lines:
        if after.at <= line.at:
            continue
        taken_here = after.at in taken and not _DAY_OF_ACT.match(after.text)
        if after.at > at + 2 or taken_here or after.tag != line.tag:
            return
        at = after.at
        yield after


def _goes_on(title: str, after: Line, page: PageText, *, first: bool) -> bool:
    """Say whether a line ends what the title began: by its grammar, its quotes or a repetition."""
    if _is_declared(title + after.text, page):
        return True
    long = word_count(title + after.text) > _LONGEST or is_prose(after.text)
    if long or is_addressee(after.text) or ends_sentence(title) or starts_byline(after.text):
        return False
    subtitle = first and title.endswith(":") and word_count(after.text) >= _SUBTITLE
    if subtitle or title.count("《") > title.count("》"):
        return True
    if not han_count(title):
        lower = (
            after.text[:1].islower()
            and word_count(after.text) > 1
            and word_count(title) >= 3
            and not _IN_BOOK.match(after.text)
        )
        return lower or bool(_OPEN_END.search(title))
    if _HAN_OPEN_END.search(title) and not is_number_line(after.text):
        return word_count(after.text) <= 24
    half = _is_opened(title, after.text)
    return half or (first and han_count(title) >= 6 and _is_official_half(title, after, page))


def _is_declared(whole: str, page: PageText) -> bool:
    """Say whether the page's head declares a title that begins with these lines."""
    fact = page.fact("articletitle", "og:title", "dc.title", "citation_title", "title")
    return fact is not None and key(fact.value).startswith(key(whole))


def _is_official_half(title: str, after: Line, page: PageText) -> bool:
    whole = key(title + after.text)
    if any(key(other.text) == whole for other in page.lines):
        return True
    ends = _OFFICIAL_END.search(after.text) and not _OFFICIAL_END.search(title)
    return bool(ends) and word_count(after.text) <= 20 and not after.gap
