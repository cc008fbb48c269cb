"""Reads series, numbers and running totals: "No.16, 2023 (Total 6965)", 国发〔2022〕18号."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from documents.ingest.draft import Found
from documents.ingest.forms import folded_form
from documents.ingest.labels import Pair
from documents.ingest.lines import Line
from documents.ingest.numbers_worded import LISTED, find_worded
from documents.ingest.shape import HAN, key, word_count
from documents.text.dates import find_dates
from documents.text.folding import fold

_YEAR = r"(?:19|20)\d\d"
_OFFICIAL = re.compile(
    rf"[{HAN}]{{2,16}}(?:\s?[〔\[【（(﹝［]\s?{_YEAR}\s?[〕\]】）)﹞］]|{_YEAR}年)\s?(?:第\s?)?\d{{1,5}}\s?[号號]|"
    rf"[{HAN}]{{2,24}}令\s?(?:第\s?)?(?:\d{{1,4}}|[〇零一二三四五六七八九十百]{{1,6}})\s?[号號]|"
    rf"[{HAN}]{{0,20}}(?:公告|通告|公报)\s?(?:{_YEAR}年)?\s?第?\s?\d{{1,4}}\s?[号號]"
)
_LATIN_OFFICIAL = re.compile(
    rf"\b[A-Z][A-Za-z]+(?:[ -]?[A-Za-z]+){{0,6}}\s?[(\[〔]{_YEAR}[)\]〕]"
    r",?\s?(?:No\.?\s?)?\d{1,5}\b(?:\s?hao)?"
)
_BRACKETED_YEAR = re.compile(rf"[(\[〔]{_YEAR}[)\]〕]")
# "No. 10 [2021] of the General Office of the State Council", alone or behind a title.
_ENGLISH_OFFICIAL = re.compile(
    rf"^\W*(?P<n>No\.?\s?\d{{1,5}}\s?[\[(（〔]{_YEAR}[\])）〕]"
    r"(?:\sof\sthe\s[A-Z][\w ’'-]{3,80})?)\W*$"
)
# "Az. 46-8312/11", "(EU) 2022/2417", "Order No. 9 of 2021": a file, an act of the Union, an order.
_FILED = re.compile(
    r"^(?P<n>(?:Az|Aktenzeichen|Gz)\.?\s?:?\s?[A-Z]{0,4}\s?\d[\w./-]{3,30})$|"
    r"^[^a-z]*(?P<act>\((?:EU|EC|EG|UE|CE)\)\s(?:(?:No|Nr)\.?\s)?\d{2,4}/\d{1,5})\b(?!.{40})|"
    rf"^(?P<order>(?:Order|Decree|Announcement|Proclamation)\sNo\.?\s?\d{{1,4}}\sof\s{_YEAR})\b"
)
# The title of an act of the Union: "Commission Implementing Decision (EU) 2022/2417 of …".
_ACT = re.compile(
    r"(?:(?:commission|council)\s)?(?:(?:implementing|delegated)\s)?"
    r"(?:regulation|decision|directive|recommendation)\s"
    r"(?P<n>\((?:EU|EC)\)\s(?:No\.?\s)?\d{2,4}/\d{1,5})\b",
    re.IGNORECASE,
)
_OCR_YEAR = re.compile(rf"\s?([〔\[【（(﹝［])\s?({_YEAR})\s?([〕\]】）)﹞］])\s?(?=\d)")
_PAIRS = frozenset({"〔〕", "[]", "【】", "（）", "()", "﹝﹞", "［］"})
_NUMBER = re.compile(
    rf"(?:\bNo\.?|\bNos\.|\bNr\.?|\bN[°º]|№|\bNumber|\bVol(?:ume)?\.?|\bIssue(?: No\.?)?|"
    rf"(?:{_YEAR}\s?年\s?)?第):?\s?(?P<n>\d{{1,6}}(?:[-/]\d{{1,4}})*)(?:\s?[号號期辑])?(?:(?:,|\s|"
    rf"/)\s?(?P<y>{_YEAR}))?(?![\d%版届次条章节页名批])",
    re.IGNORECASE,
)
_DATED_ISSUE = re.compile(rf"(?<=》)\s?(?P<n>{_YEAR}\s?年\s?第\s?\d{{1,3}}\s?期)")
# "2020年第5期（第38卷）": an issue of a periodical.
_ISSUE_LINE = re.compile(rf"^{_YEAR}\s?年\s?第?\s?\d{{1,3}}\s?期(?:\s?[（(].{{1,16}}[)）])?$")
_TOTAL = re.compile(
    r"[(（]?\s*(?:Total|Gesamt|总第?|總第?)\s*(?:No\.?\s*)?[:：]?\s*(\d+)\s*[期号號]?\s*[)）]?",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"^(?P<name>[^\d,;:|()（）]{3,80}?)[\s,:|]*(?=(?:\bNo\.?|\bNr\.?|\bN[°º]|№|\bIssue|"
    r"\bVol|第)\s?\d|\bNo\.?\s*\d)",
    re.IGNORECASE,
)
_SERIES_WORD = re.compile(
    r"\b(?:report|paper|papers|brief|briefing|bulletin|series|note|notes|release|"
    r"newsletter|order|decree|review|letter|journal|memo|insights?|"
    r"monitor|pressemitteilung|communiqué|studie|analys[ei]s?|discussion|working|"
    r"occasional|policy|survey|outlook|focus|\w*papiere?|heft|ausgabe|schriftenreihe|\w*berichte?)\b|报告|简报|专报|内参|研究|快报|通讯|系列|丛书",
    re.IGNORECASE,
)
_TITLE_NUMBER = re.compile(
    rf"\s*[(（\[【]\s*(?:(?:(?:Total\s*)?No\.?|Nr\.?|Issue|第)\s?\d[^)）\]】]{{0,24}}|"
    rf"[{HAN}]{{2,16}}\s?[〔\[(（]{_YEAR}[〕\])）]\s?\d{{1,5}}\s?[号號]|"
    rf"(?:[A-Z][A-Za-z]+\s?){{1,5}}[\[(〔]{_YEAR}[\])〕]\s?(?:No\.?\s?)?\d{{1,5}}|"
    rf"Total\s?\d+)\s*[)）\]】]\s*",
    re.IGNORECASE,
)
_TITLE_OFFICIAL = re.compile(
    rf"^(?P<n>[{HAN}]{{2,16}}\s?[〔\[【（(]{_YEAR}[〕\]】）)]\s?\d{{1,5}}\s?[号號])\s*[:：]?\s*(?=[{HAN}《]{{6,}})"
)
_TITLE_LEADING = re.compile(
    r"^(?:No\.?|Nr\.?|Issue)\s?\d{1,6}(?:,?\s?(?:19|20)\d\d)?\s*[:：.|–—-]\s*(?=\S{2,}\s)",
    re.IGNORECASE,
)
# "DP17012 Dredging Together": the number of a paper before its title.
_TITLE_CODE = re.compile(r"^[A-Z]{2,4}\d{4,6}[:.]?\s+(?=\S+\s)")
_INSIDE = re.compile(
    r"#\d{1,4}(?=\s?(?:[:：|–—-]|$))|"  # an issue of a newsletter
    rf"\b(?:No|Nr)\.?\s?\d{{1,5}}(?:\s(?:of|,)?\s?{_YEAR}|,\s?{_YEAR}|/{_YEAR})|"
    rf"\[{_YEAR}\]\s?No\.?\s?\d{{1,5}}"
)
_REPORTED_AT = re.compile(r"\s\(\d{1,3} [A-Z]{2,6} \d{1,6}\)$")  # behind a register's number
_NAMED = re.compile(
    r"《(?P<name>[^《》]{4,80})》\s?[（(](?P<number>[^（）()]{6,40}[（(]?[^（）()]*[）)]?[^（）()]*)[）)]"
)
_EXPLANATION = re.compile(r"(?:解[读讀]|问答|問答|答(?:记者|記者)?[问問])(?:[（(].{1,10}[)）])?$")
_SERIAL = re.compile(
    r"^(?P<name>(?:[A-Z][\w-]+\s){1,4})(?P<n>\d{1,4}/(?:19|20)\d\d|(?:19|20)\d\d/\d{1,4})$"
)
# A paper of a series, its number without a "No.": a bare year is none ("Annual Report 2023").
_KINDS = r"papers?|briefs?|notes?|memos?|letters?|reports?|series|monographs?|bulletins?"
_PAPER = re.compile(
    r"^(?P<name>(?:[A-Z][\w&.-]*\s(?:(?:on|of|in|and|for)\s)?){1,6}?"
    rf"(?i:{_KINDS}|comment|\w*papiere?)|(?!Foot|End|Key)[A-Z][A-Za-z]{{2,}}(?:{_KINDS}|papier))[\s,:]+"
    rf"(?P<n>(?!{_YEAR}(?:,|$))\d{{1,5}}(?:[-/]\d{{1,4}})?|[A-Z]{{1,4}}/\d{{2,4}}/\d{{1,4}}|"
    rf"[A-Z]\d{{4,6}}|{_YEAR}/[A-Z]\s?\d{{1,4}})(?:,\s.{{4,40}})?$"
)
# A register's number on a line of its own, or behind the name of the body: "IP/23/2581",
# "OPA-22-104733", "United Nations E/CN.7/2022/14", "COM(2023) 45 final".
_REGISTER = re.compile(
    r"^(?:(?:[A-Z]\w+\s){0,4}(?P<symbol>[A-Z]{1,6}(?:/[A-Z]{1,8}(?:\.\d{1,4})?)*(?:/\d{1,6}){1,3}"
    r"(?:/(?:Rev|Add|Corr)\.\d{1,2})?)|"
    r"(?P<code>(?=(?:[^\d\s]*\d){3})(?=[^A-Z\s]*[A-Z])[A-Z\d]{2,8}(?:-[A-Z\d]{1,8}){1,4})(?:,\s.{4,40})?|"
    r"(?P<paper>[A-Z]{2,4}\d{4,6})|"
    rf"(?P<act>(?:COM|SWD|JOIN|SEC|C)\s?\({_YEAR}\)\s?\d{{1,5}}(?:\sfinal)?)|"
    r"(?P<draft>(?:Drucksache|Drs\.|HC|CP|Cm)\s\d{1,5}(?:/\d{1,6})?))$"
)
_SYMBOL = 90  # characters
_ALONE = 30  # characters of an official number
_DIGIT = re.compile(r"\d")
_UNDATED, _DATED = 5, 8  # words behind a number from which it opens a title
_DOCUMENT = re.compile(r"^Doc(?:ument)?\.? (?:No|Number)\.?:?\s+(?=[A-Z])", re.IGNORECASE)
_ARTICLE_NUMBER = folded_form(
    r"文章编号\s*[\]】]?\s*[:：]?\s*([\dX]{4}-[\dX]{4}\s?[(（]\d{4}[)）][\dSZ-]+)"
)


@dataclass(frozen=True, slots=True)
class Numbering:
    series: Found[str | None]
    number: Found[str | None]
    total: Found[int | None]


def split_title(title: str) -> tuple[str, str]:
    """Take a number that stands before, in or after a title out of it: (title, number)."""
    for form in (_TITLE_NUMBER, _TITLE_OFFICIAL, _TITLE_LEADING, _TITLE_CODE):
        if match := form.search(title):
            glue = (
                " "
                if match.start() and match.end() < len(title) and title[match.start() - 1].isascii()
                else ""
            )
            rest = (title[: match.start()] + glue + title[match.end() :]).strip()
            if word_count(rest) >= 2:
                return rest, match[0].strip(" ()（）[]【】:：.|–—-")
    return title, ""


def read_numbers(
    head: Sequence[Line],
    pairs: Sequence[Pair],
    title_line: Line | None,
    opening: Sequence[Line] = (),
    tail: Sequence[Line] = (),
) -> Numbering:
    """Read the numbering from labels, short head lines, the title's line and the `opening`."""
    totals = (total for line in head if (total := _total_in(line)))
    number: Found[str | None] | None = (
        _labelled(pairs)
        or _article_number(head)
        or _official(head)
        or _from_series_line(head)
        or find_worded(head)
        or _from_title(title_line)
        or _beside_title(title_line, opening)
        or _registered([*head, *tail])
        or _of_source(pairs)
        or _alone_inside(title_line, opening)
    )
    named = (name for pair in pairs if pair.field == "series" and (name := _series_of(pair)))
    series = chain(named, (name for line in head if (name := _series_in(line))))
    return Numbering(
        series=next(series, Found(None, "none stated")),
        number=number or Found(None, "none stated"),
        total=next(totals, Found(None, "none stated")),
    )


def find_official(text: str) -> str:
    """Give the first document number in official form, "" if there is none."""
    match = _OFFICIAL.search(text)
    return _tidied(match[0]) if match else ""


def _tidied(number: str) -> str:
    """Mend what a scan made of the brackets of a year: 某政办发 (2019〕44 号."""

    def mended(match: re.Match[str]) -> str:
        opening, closing = match[1], match[3]
        opening, closing = "〔〕" if opening + closing not in _PAIRS else (opening, closing)
        return f"{opening}{match[2]}{closing}"

    tidy = _OCR_YEAR.sub(mended, number)
    return tidy if tidy == number else re.sub(r"\s(?=[号號])", "", tidy)


def is_number_line(text: str) -> bool:
    """Say whether a line is nothing but a number, or a series with its number and date."""
    if len(text) > 240 or word_count(text) > 24:
        return False
    if (
        _ENGLISH_OFFICIAL.match(text)
        or ((filed := _FILED.match(text)) and filed["n"])
        or _ISSUE_LINE.match(text)
        or _PAPER.match(text)
        or LISTED.match(text)
        or ((serial := _SERIAL.match(text)) and _SERIES_WORD.search(serial["name"]))
    ):
        return True
    text = _DOCUMENT.sub("", text)
    official = _OFFICIAL.search(text)
    if official is None and _BRACKETED_YEAR.search(text):  # the form is slow on plain lines
        official = _LATIN_OFFICIAL.fullmatch(text.strip(" ()（）"))
    if official and len(official[0]) >= 0.7 * len(text.strip()):
        return True
    number = _NUMBER.search(text)
    if number is None:
        return False
    series = _SERIES.match(text)
    after = text[number.end() :]
    most = _DATED if find_dates(after) else _UNDATED
    if word_count(after) >= most and not ("|" in after or _TOTAL.search(text)):
        return False  # a title that begins with its number
    before = text[: number.start()].strip().casefold()
    bare = (series is None and number.start() <= 2) or before == "document"
    # "Harbour.Visions, n° 121, mai 2021"
    listed = text[: number.start()].endswith((", ", "，")) and bool(find_dates(after))
    bare = bare or (listed and word_count(text) <= _DATED)
    return bare or bool(_SERIES_WORD.search(text[: number.start()])) or bool(_TOTAL.search(text))


def _labelled(pairs: Sequence[Pair]) -> Found[str | None] | None:
    for pair in pairs:
        value = ""
        if pair.field == "number" and word_count(pair.value) <= _UNDATED:
            own = _REPORTED_AT.sub("", pair.value)
            value = find_official(own) or own.strip(" -–—")
        elif pair.field == "series":
            value = _part_series(pair.value)[1]
        if _DIGIT.search(value):
            return Found(value, f"label “{pair.label}”", pair.line.text, 0.97, pair.line.at)
    return None


def _part_series(value: str) -> tuple[str, str]:
    """Part "Port Papers; No. 86" or "Port Papers No. 86" into the series and the number."""
    name, _, number = value.rpartition(";")
    if name and _DIGIT.search(number):
        return name.strip(), number.strip()
    if paper := _PAPER.match(value):
        return paper["name"], paper["n"]
    if counted := _NUMBER.search(value):
        return value[: counted.start()].strip(" ,"), counted[0].strip()
    return value.strip(" ;"), ""


def _from_series_line(head: Sequence[Line]) -> Found[str | None] | None:
    for line in head:
        serial = LISTED.match(line.text) or _PAPER.match(line.text) or _SERIAL.match(line.text)
        if serial and is_number_line(line.text):
            return Found(serial["n"], "line of a series", line.text, 0.85, line.at)
        match = _NUMBER.search(line.text)
        if match and is_number_line(line.text) and not match[0].lower().startswith("vol"):
            return Found(_spelt(match, line.text), "line of a series", line.text, 0.9, line.at)
    return None


def _alone_inside(title_line: Line | None, body: Sequence[Line]) -> Found[str | None] | None:
    """Read the number below the title of the text that follows a lead: a line of its own."""
    if title_line is None or _EXPLANATION.search(title_line.text):
        return None
    for line in body:
        text = line.text.strip(" ()（）")
        if len(text) <= _ALONE and _OFFICIAL.fullmatch(text):
            return Found(_tidied(text), "number alone in the text", line.text, 0.75, line.at)
    return None


def _from_title(line: Line | None) -> Found[str | None] | None:
    if line is None:
        return None
    inside = find_official(line.text) or (match[0] if (match := _INSIDE.search(line.text)) else "")
    act = _ACT.match(line.text)
    number = split_title(line.text)[1] or inside or (act["n"] if act else "")
    if not number:
        return None
    return Found(number, "number beside the title", line.text, 0.9, line.at)


def _beside_title(title_line: Line | None, opening: Sequence[Line]) -> Found[str | None] | None:
    """Read the number that the first paragraphs put behind the title: 《…》（某发〔2021〕9号）."""
    if title_line is None or _EXPLANATION.search(title_line.text):
        return None  # the number of the text that it explains
    for line in opening[:2]:
        for match in _NAMED.finditer(line.text):
            number = find_official(match["number"])
            if number and key(match["name"]) in key(title_line.text):
                return Found(number, "number behind the title", line.text, 0.85, line.at)
    return None


def _official(head: Sequence[Line]) -> Found[str | None] | None:
    for line in head:
        if english := _ENGLISH_OFFICIAL.match(line.text) or _FILED.match(line.text):
            return Found(
                next(filter(None, english.groups())),
                "number at the head of a line",
                line.text,
                0.92,
                line.at,
            )
        match = _OFFICIAL.match(line.text)
        if match is None and is_number_line(line.text):
            text = _DOCUMENT.sub("", line.text)
            match = _OFFICIAL.search(text) or _LATIN_OFFICIAL.search(text)
        if match and word_count(line.text) <= 40:
            return Found(
                _tidied(match[0].strip()), "number at the head of a line", line.text, 0.92, line.at
            )
    return None


def _registered(lines: Sequence[Line]) -> Found[str | None] | None:
    """Read a register's number on a line of its own: IP/23/2581."""
    for line in lines:
        if len(line.text) <= _SYMBOL and (match := _REGISTER.match(line.text)):
            number = next(filter(None, match.groups()))
            return Found(number, "register's number", line.text, 0.8, line.at)
    return None


def _of_source(pairs: Sequence[Pair]) -> Found[str | None] | None:
    """Read the issue that a label names as the source: 来源：《某刊》2022年第26期."""
    for pair in pairs:
        if pair.field == "source" and (match := _DATED_ISSUE.search(pair.value)):
            return Found(match["n"], "issue of the source", pair.line.text, 0.75, pair.line.at)
    return None


def _article_number(head: Sequence[Line]) -> Found[str | None] | None:
    for line in head:
        if match := _ARTICLE_NUMBER.search(fold(line.text)):
            return Found(
                line.text[slice(*match.span(1))],
                "number of a journal article",
                line.text,
                0.85,
                line.at,
            )
    return None


def _spelt(match: re.Match[str], text: str) -> str:
    """Give the number as written, with the year that follows it: "No.16 2023", "Nr. 112/2023"."""
    return text[match.start() : match.end()].strip(" ,")


def _total_in(line: Line) -> Found[int | None] | None:
    match = _TOTAL.search(line.text)
    if match is None or word_count(line.text) > 24 or int(match[1]) > 10**7:
        return None
    if not re.search(r"[(（]\s*(?:total|总|gesamt)|总第", match[0], re.IGNORECASE):
        return None
    return Found(int(match[1]), "running total", line.text, 0.95, line.at)


def _series_of(pair: Pair) -> Found[str | None] | None:
    name = _part_series(pair.value)[0]
    rule = f"label “{pair.label}”"
    return Found(name, rule, pair.line.text, 0.95, pair.line.at) if name else None


def _series_in(line: Line) -> Found[str | None] | None:
    match = LISTED.match(line.text) or _PAPER.match(line.text) or _SERIES.match(line.text)
    if match is None or not _SERIES_WORD.search(match["name"]) or word_count(line.text) > 24:
        return None
    if _FILED.match(line.text):
        return None  # "Order No. 9 of 2021"
    return Found(match["name"].strip(" ,-–—"), "name before a number", line.text, 0.85, line.at)
