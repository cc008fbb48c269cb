"""Tells the paragraphs at the end of a text that say who its author or its sender is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.ingest.draft import Author
from documents.ingest.lines import Line
from documents.ingest.names import is_organisation, is_person, names_office, without_honorific
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import HAN

_ABOUT = compile_phrases("zones", "about", 0)
_ABOUT_HEADING = re.compile(
    r"^(?:About (?:the )?[A-Z][\w&’' -]{2,60}|Über (?:die|das|den) [A-Z].{2,50}|À propos .{3,50})$"
)

# What follows a name that a biography opens with: "… is a senior fellow at", "…，某大学教授".
_TELLS = re.compile(
    r"(?:\s\([^()]{2,20}\))?(?:,? (?:Ph\.?D\.?|MD|CFA))?,?\s(?:is|was|are|has|have|serves?|works?|"
    r"teach(?:es)?|writes?|leads?|heads?|directs?|joined|holds?|covers?|lives?|studies|researches|"
    r"speciali[sz]\w+|worked|served|ist|arbeitet|leitet|lehrt|forscht|est|travaille|dirige|enseigne)\b|"
    rf"\s?(?:[,，:：(（]|[是系为])\s?[{HAN}]|\s?[（(]\s?\d{{4}}\s?[-—–~]"
)
_BODY = (
    r"[A-ZÀ-Þ][\w’'&.-]*(?:\s(?:(?:of|for|on|and|the|in|de|des|du|für|und|&)\s){0,2}"
    r"[A-ZÀ-Þ][\w’'&-]*){0,8}"
)
_EMPLOYED = re.compile(
    rf"\b(?:at|of|with|for|in|am|an der|beim?|à|de)\s(?:(?:the|l[’'])\s?)?(?P<body>{_BODY})"
)
_HAN_EMPLOYED = re.compile(
    rf"[,，:：(（是系为]\s?(?!毕业于|师从)(?P<body>[{HAN}]{{2,24}}(?:大学|学院|研究院|研究所|研究中心|中心|智库|协会|学会|设计院|规划院|党校|证券|银行))"
)
# "作者简介：张三（1980—），男，…": a label before a biography.
_LABEL = re.compile(r"^\W*(?:(?:第[一二三]|通[讯信])?作者(?:简介)?|简介)\s?[:：]\s*")
_DESCRIBED = re.compile(r"^\W*(?:第[一二三])?作者简介\s?[:：]")
_NAME = re.compile(
    rf"[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){{1,3}}|[{HAN}]{{2,3}}(?=\s?[,，:：(（])"
)
_OPENING = 120  # characters in which an office is told
_SENDER = re.compile(
    r"(?:\s\([^()]{2,20}\))?,?\s(?:speaks\sfor|represents|brings\stogether|unites|"
    r"was\s(?:founded|established|set\sup|created)\s(?:in|by)|"
    r"(?:is|are)\s(?:an?|the|written|published|produced|committed|dedicated|one))\b"
)


def is_about(text: str) -> bool:
    """Say whether a paragraph describes its sender or its author and not its subject."""
    return bool(_ABOUT.match(text))


def heads_sender(text: str) -> bool:
    """Say whether a line is a heading above words about the sender: "About the River Trust"."""
    return bool(_ABOUT_HEADING.match(text))


def tells_of(text: str, name: str) -> bool:
    """Say whether a paragraph opens with the name of a person and goes on with who that is."""
    opening = text if text.startswith(name) else without_honorific(text)
    return opening.startswith(name) and bool(_TELLS.match(opening, len(name)))


def tells_of_sender(text: str, name: str) -> bool:
    """Say whether a paragraph opens with the name of a body and goes on with what that is."""
    start = re.match(rf"(?:The\s)?{re.escape(name.removeprefix('The '))}", text)
    return bool(start and _SENDER.match(text, start.end()))


def without_biographies(
    body: Sequence[Line], authors: Sequence[Author], sender: str
) -> tuple[Line, ...]:
    """Leave out the last paragraphs of a text that tell of its authors or of its sender."""
    end = len(body)
    while end > 1 and _is_about(body[end - 1].text, authors, sender):
        end -= 1
    return tuple(body[:end])


def find_told(lines: Sequence[Line]) -> Iterator[tuple[Author, Line]]:
    """Give the people of whom paragraphs say what office they hold, with the paragraph."""
    for line in lines:
        name = _NAME.match(line.text)
        told = name and is_person(name[0]) and tells_of(line.text, name[0])
        if name and told and names_office(line.text[:_OPENING]):
            yield Author(name[0]), line


def find_described(lines: Sequence[Line]) -> Iterator[tuple[Author, Line]]:
    """Give the people of paragraphs that are labelled as the author's biography."""
    for line in lines:
        text = _LABEL.sub("", line.text)
        name = _NAME.match(text) if _DESCRIBED.match(line.text) else None
        if name and is_person(name[0]):
            yield Author(name[0]), line


def with_biographies(authors: Sequence[Author], lines: Sequence[Line]) -> tuple[Author, ...]:
    """Give authors without an institution the one that their biography names."""
    return tuple(
        one if one.affiliations else replace(one, affiliations=_employer(one.name, lines))
        for one in authors
    )


def _is_about(text: str, authors: Sequence[Author], sender: str) -> bool:
    return any(tells_of(text, one.name) for one in authors) or bool(
        sender and tells_of_sender(text, sender)
    )


def _employer(name: str, lines: Sequence[Line]) -> tuple[str, ...]:
    texts = (_LABEL.sub("", line.text) for line in lines)
    told = next((text for text in texts if tells_of(text, name)), "")
    found = [
        match["body"] for form in (_EMPLOYED, _HAN_EMPLOYED) for match in form.finditer(told[:400])
    ]
    return tuple(body for body in found if is_organisation(body))[:1]
