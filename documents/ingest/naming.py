"""Finds people whom a page names amid its words: who posted, presents, signs or is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.ingest.byline import read_byline, read_han_names
from documents.ingest.draft import Author, Found
from documents.ingest.lines import Line
from documents.ingest.names import filed_names, is_names_only, is_organisation, is_person
from documents.ingest.shape import HAN

_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){1,3}"
_NAMES = rf"{_NAME}(?:,\s{_NAME})*(?:,?\s(?:and|&)\s{_NAME})?"
# "Posted by R. Castle at 9:12 PM": who keeps a weblog signs each entry so.
_POSTED = re.compile(rf"^Posted by (?P<names>{_NAME}) (?:at|on) .{{0,20}}\d", re.IGNORECASE)
# "In this article, Ada Berg and Li Hua of Kalmar Partners answer …"
_PRESENTED = re.compile(
    r"\b[Ii]n this (?:article|post|blog(?: post)?|briefing|brief|paper|piece|note|alert|update|"
    rf"commentary|report|essay|insight|viewpoint|column|op-?ed),\s(?P<names>{_NAMES})"
    rf"(?:\s(?:of|from|at)\s(?P<body>(?:the\s)?[A-Z][\w&’'.-]*(?:\s(?:of\s|and\s|&\s)?[A-Z][\w&’'.-]*){{0,6}}))?"
    r",?\s[a-z]{3,}\b"
)
# "… November 5, 2018 By Ada Berg Abstract The …": a title page run together on one line.
_RUN_ON = re.compile(
    rf"\b[Bb]y (?P<names>[A-Z][\w’'-]+, [A-Z][\w.’'-]+|{_NAME}(?:(?:,|,? and) {_NAME})*?)[\s*†\d]+"
    r"(?:Abstract|ABSTRACT|Summary|SUMMARY|Introduction|INTRODUCTION|Keywords|JEL)\b"
)
# "——某局农村司首席统计师张三解读夏粮": whom an office lets explain its figures.
_EXPLAINS = re.compile(
    rf"^[—–-]*\s?(?P<org>[{HAN}]{{4,24}}?[司局处院所心队])(?P<office>[{HAN}]{{0,4}}[师长任员])"
    rf"(?P<name>[{HAN}]{{2,3}})解读"
)
# "…, Ada Berg looks at what the ports hope for": the words below a title.
_LOOKS = re.compile(
    rf"(?:^|[,.?!:]\s)(?P<names>{_NAMES}) "
    r"(?:looks? at|(?:explains?|examines?|explores?) (?:how|why|what|the))\b"
)
# "（某市港口局 张三）": who signs a report at its end.
_SIGNED = re.compile(
    rf"^[（(](?P<body>[{HAN}]{{3,20}})[\s:：]+(?P<names>[{HAN}]{{2,3}}(?:[\s、，,]+[{HAN}]{{2,3}}){{0,4}})[)）]$"
)
_ANALYST = re.compile(rf"分析[师員员]\s?[:：]\s?(?P<name>[{HAN}]{{2,4}})(?![{HAN}])")
_CITED = re.compile(
    r"\s*(?:(?<![A-Z])\.|[,，])?\s*(?:[(（]?(?:19|20)\d\d[a-z]?[)）]?)?\s*(?:(?<![A-Z])\.|[,:，。“\"'：])*\s*$"
)
# What a citation has behind its title: "[J]", a year, a volume, pages.
_CITES = re.compile(r"\[[JDMCR]\]|\b(?:19|20)\d\d\b|\bvol\.|\bpp?\.\s?\d|\bdoi\b", re.IGNORECASE)
_HEADED = re.compile(
    r"^\W*(?:(?:suggested |recommended )?citation|cite(?: this(?: article)?)?(?: as)?|"
    r"引用格式|引用本文|本文引用格式|引文格式)\W*[:：]\s*",
    re.IGNORECASE,
)
_FIRST = 500  # characters of a paragraph in which a page presents who writes


def find_posted(lines: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give who signs the first entry of a weblog with the hour: "Posted by Ada Berg at 9:12"."""
    for line in lines:
        if (match := _POSTED.match(line.text)) and is_person(match["names"]):
            people = (Author(match["names"]),)
            yield Found(people, "who posted an entry", line.text, 0.7, line.at)


def find_explaining(lines: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the expert of an office whom a subtitle lets explain its figures."""
    for line in lines:
        if match := _EXPLAINS.match(line.text):
            people = tuple(
                Author(one.name, (match["org"],)) for one in read_han_names(match["name"])
            )
            yield Found(people, "expert who explains the figures", line.text, 0.8, line.at)


def find_presented(body: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give whom the first paragraphs present: "In this article, Ada Berg of X answers …"."""
    for line in body[:2]:
        if match := _PRESENTED.search(line.text[:_FIRST]):
            bodies = (match["body"],) if match["body"] else ()
            people = tuple(Author(one.name, bodies) for one in read_byline(match["names"]))
            yield Found(people, "whom the first paragraph presents", line.text, 0.75, line.at)


def find_leading(lines: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give whom the words below a title tell of: "…, Ada Berg looks at what ports hope for"."""
    for line in lines:
        if match := _LOOKS.search(line.text[:_FIRST]):
            people = read_byline(match["names"])
            yield Found(people, "whom the first paragraph presents", line.text, 0.6, line.at)


def find_signed(lines: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give who signs a text in brackets at its end, behind the body he works for."""
    for line in lines:
        match = _SIGNED.match(line.text)
        if match and is_organisation(match["body"]):
            named = re.split(r"[\s、，,]+", match["names"])
            if all(map(is_person, named)):  # none in "（图片由某局 张三 提供）"
                people = tuple(Author(name, (match["body"],)) for name in named)
                yield Found(people, "signature below the text", line.text, 0.7, line.at)


def find_run_on(body: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the byline before the abstract of a title page that is one line."""
    for line in body[:2]:
        if match := _RUN_ON.search(line.text[:_FIRST]):
            people = tuple(map(Author, filed_names(match["names"]))) or read_byline(match["names"])
            yield Found(people, "byline", line.text, 0.7, line.at)


def find_analysts(lines: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the analysts whom a broker's note names amid a line, as in 首席分析师：张三."""
    for line in lines:
        people = tuple(
            one for match in _ANALYST.finditer(line.text) for one in read_han_names(match["name"])
        )
        yield Found(people, "analyst named in the text", line.text, 0.6, line.at)


def find_cited(lines: Sequence[Line], title: str) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the people of the page's own citation: the names before its title."""
    for line in lines:
        before, found, _ = _parted(line.text, title)
        names = _CITED.sub("", _HEADED.sub("", before))
        if found and names and _CITES.search(line.text):
            filed = tuple(map(Author, filed_names(names)))
            people = filed or (read_byline(names) if is_names_only(names) else ())
            yield Found(people, "names in the page's citation", line.text, 0.6, line.at)


def _parted(text: str, title: str) -> tuple[str, str, str]:
    """Part a line at the title of the page, in whatever letters; the first is all without it."""
    start = text.casefold().find(title.casefold()) if title else -1
    end = start + len(title)
    return (text[:start].strip(), text[start:end], text[end:]) if start > 0 else (text, "", "")
