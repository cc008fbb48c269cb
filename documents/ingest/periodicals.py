"""Finds the periodical that carried a text: its name beside a volume, an issue or a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from documents.ingest.draft import Found
from documents.ingest.lines import Line
from documents.ingest.numbers_worded import find_listed_body
from documents.ingest.shape import HAN, han_count, is_prose, word_count

_VOLUME = re.compile(
    r"^(?:Vol(?:ume)?\.?|No\.|Issue|Jahrgang|Jg\.)\s?\d|^(?:19|20)\d\d\s?年?\s?第?\d{1,3}期"
)
_NUMBERED = re.compile(
    r"^(?:第\s?\d{1,3}\s?[卷期](?:\s?第\s?\d{1,3}\s?期)?|Vol(?:ume)?\.?\s?\d{1,3}[\s,]*"
    r"(?:(?:No|Issue)\.?\s?\d{1,3})?)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[?\d{1,3}[\].]")
_LATIN = re.compile(
    r"^(?P<name>[A-Z][A-Za-z&,:’' -]{4,70}?),?\s+(?:Vol(?:ume)?\.?\s?\d|\d{1,4}\s?\(\d{1,3}\)|"
    r"\d{1,4},\s?\d{3,6}\s?\((?:19|20)\d\d\)|(?:19|20)\d\d,\s?\d{1,4}(?:\(\d{1,3}\))?,\s?\d|(?:19|20)\d\d\s?年\s?第?\d{1,3}\s?期$)"
)
_HAN = re.compile(
    rf"^《?(?P<name>[{HAN}·]{{2,20}}(?:[（(][{HAN}]{{2,10}}[)）])?)》?\s?"
    r"(?:19|20)\d\d\s?年?\s?第?\s?\d{1,3}\s?期$"
)
_DOTTED = re.compile(
    rf"^《?(?P<name>[{HAN}·（）()]{{2,24}}?)》?\s?[.,．，·]\s?(?:19|20)\d\d\s?[,，年]?\s?(?:\d{{1,3}}\s?)?"
    r"[(（第]\s?\d{1,3}\s?(?:[)）]|期)"
)
# "Basin Studies 2022, 14(9), 5512; https://…": an article's place in its journal.
_PLACED = re.compile(r"^[A-Z][A-Za-z&,:’' -]{4,70} (?:19|20)\d\d, \d{1,4}\s?\(\d{1,3}\), \d")
# The same with a short or an abbreviated name: "Land 2024, 13(3), 391", "Reg. Lett. 2021, 13(9)".
_SHORT = re.compile(
    r"^(?P<name>[A-Z][A-Za-z&.:’' -]{2,70}?),?\s(?:19|20)\d\d,\s"
    r"(?:\d{1,4}\s?\(\d{1,3}\)|\d{1,4},\sNo\.\s?\d)"
)
_CITED = re.compile(
    r"\[J\][.．]\s*(?P<name>[^,，.．\d]{2,70}?)\s*[,，]\s*(?:19|20)\d\d|"
    rf"^《(?P<han>[{HAN}]{{2,20}}(?<!报告)(?<!简报)(?<!要报)(?<!专报))》(?:[（(][{HAN}]{{2,6}}[)）])?\s?(?:19|20)\d\d|"
    r"(?:19|20)\d\d.{20,}[.?”]\s(?P<latin>[A-Z][A-Za-z&: -]{4,70}?),\s(?:Vol\.?\s?)?\d{1,4}"
    r"(?:\s?\(\d{1,3}\))?[,:]\s?(?:pp?\.\s?)?\d{1,5}\s?[-–]"
)
_RULE = "periodical with its volume or issue"


def find_periodicals(lines: Sequence[Line]) -> Iterator[Found[str]]:
    """Give the names of periodicals among the lines of a page's head and foot."""
    for line in lines:
        yield from _apart(line)
        if body := find_listed_body(line.text):
            yield Found(body, "body that a library names", line.text, 0.86, line.at)
    for line, after in pairwise([*lines, Line("")]):
        cites = _CITED.search(line.text) or _SHORT.match(line.text)
        if _REFERENCE.match(line.text) or (is_prose(line.text) and not cites):
            continue
        match = (
            _LATIN.match(line.text)
            or _SHORT.match(line.text)
            or _HAN.match(line.text)
            or _DOTTED.match(line.text)
        )
        if match:
            yield Found(match["name"].strip(" ,"), _RULE, line.text, 0.82, line.at)
        elif cited := _CITED.search(line.text):
            name = cited["name"] or cited["han"] or cited["latin"]
            yield Found(name.strip(), "periodical in the citation", line.text, 0.86, line.at)
        elif _VOLUME.match(after.text) and after.at - line.at <= 2 and _may_be_name(line.text):
            yield Found(line.text, _RULE, line.text, 0.82, line.at)


def _apart(line: Line) -> Iterator[Found[str]]:
    """Give the name that wide gaps set apart from a volume, in the head of a printed page."""
    names = [part for part in line.parts if not _NUMBERED.match(part)]
    if len(names) == 1 < len(line.parts) and _may_be_name(names[0]):
        yield Found(names[0], _RULE, line.text, 0.8, line.at)


def is_periodical_line(text: str) -> bool:
    """Say whether a line begins with a journal's name, its year and its issue."""
    return bool(_DOTTED.match(text) or _HAN.match(text) or _PLACED.match(text))


def _may_be_name(text: str) -> bool:
    """Say whether a line above a volume's can name a periodical: short, and no title before it."""
    if re.search(r"[\d()（）]", text):
        return False
    return 2 <= han_count(text) <= 16 if han_count(text) else 1 <= word_count(text) <= 7
