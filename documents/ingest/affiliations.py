"""Joins authors to the numbered institutions that a paper lists below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from documents.ingest.draft import Author
from documents.ingest.lines import Line
from documents.ingest.names import is_names_only, is_organisation, is_person
from documents.ingest.shape import HAN, ends_sentence, word_count
from documents.text.dates import find_dates

_LIST = re.compile(r"^[(（]?\s*(?P<items>1\s*[.．、]?\s*\D.{5,400}?)\s*[)）]?$")
_ITEM = re.compile(r"(?:^|[;；]\s*)(?P<n>\d{1,2})\s*[.．、]?\s*(?P<name>[^;；]+)")
_NAMED = re.compile(
    rf"(?P<name>[{HAN}·]{{2,4}}|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,3}})\s*(?P<n>\d{{1,2}})(?!\d)"
)
_BULLET = re.compile(r"^[•‣◦▪■●○*·-]\s+")
_NOTE = re.compile(
    rf"^[（(]?\s?作者(?:系|为|是|单位[:：]?)\s?(?P<name>[{HAN}]{{3,40}}?(?:大学|学院|研究院|研究所|研究中心|中心|智库|委员会|局|厅|部|公司|协会|党校|社科院))"
)
# A note of one institution for all authors: "（作者单位：某研究院）".
_SHARED = re.compile(rf"^[（(]?\s?作者单位\s?[:：][{HAN}\s]{{3,40}}[)）]?$")
_NO_PLACE = re.compile(r"^\d|[:：?？]")  # in a title, in no name of an institution
_POSTCODE = re.compile(
    r"[,，]?\s*(?:[A-Z][\w’'-]*\s|[\u4e00-\u9fff]{2,4}\s?){0,3}\d{5,6}(?:[,，]\s*[A-Z]\w+)?$"
)


def with_affiliations(authors: Sequence[Author], lines: Sequence[Line]) -> tuple[Author, ...]:
    """Give each author the institution his figure points to, in the order of the figures.

    A list in another language than the names is joined by position, where both have as many.
    """
    institutions = _institutions(lines)
    if not institutions and not any(author.affiliations for author in authors):
        below = tuple(find_affiliations(lines).values())
        return tuple(replace(author, affiliations=below) for author in authors)
    if not institutions or any(author.affiliations for author in authors):
        return tuple(authors)
    figures = _figures(lines, authors)
    return tuple(
        replace(author, affiliations=(institutions[figure],))
        if (figure := figures.get(author.name)) in institutions
        else author
        for author in authors
    )


def find_affiliations(lines: Sequence[Line]) -> dict[int, str]:
    """Give the institutions that stand alone in the line below names, by the line's number."""
    found: dict[int, str] = {}
    for line, after in pairwise(lines):
        text = _BULLET.sub("", after.text).strip(" ()（）")
        names = line.at > lines[0].at and is_names_only(_BULLET.sub("", line.text))
        if (names or line.at in found) and is_institution(text):
            found[after.at] = _POSTCODE.sub("", text).strip(" ,，")
    return found


def is_institution(text: str) -> bool:
    """Say whether a line is an institution and its place, and no sentence about it."""
    if ends_sentence(text) or word_count(text) > 24 or find_dates(text) or _NO_PLACE.search(text):
        return False
    name = _POSTCODE.sub("", text)
    parts = re.split(r"\s*[,，]\s*|(?<=[\u3400-\u9fff])\s+", name)
    small = all(word[0].isupper() or len(word) <= 3 for word in re.findall(r"[A-Za-z]+", name))
    return small and any(map(is_organisation, parts))


def with_note(authors: Sequence[Author], lines: Sequence[Line]) -> tuple[Author, ...]:
    """Give all authors the institution of a note such as （作者系某大学教授）."""
    if not authors or any(author.affiliations for author in authors):
        return tuple(authors)
    for line in lines:
        match = _NOTE.match(line.text)
        if match and (len(authors) == 1 or _SHARED.match(line.text)):
            return tuple(replace(author, affiliations=(match["name"],)) for author in authors)
    return tuple(authors)


def _institutions(lines: Sequence[Line]) -> dict[str | None, str]:
    for line in lines:
        if match := _LIST.match(line.text):
            items = {
                item["n"]: _POSTCODE.sub("", item["name"].strip(" ,，.。"))
                for item in _ITEM.finditer(match["items"])
            }
            if items:
                return {number: name.strip(" ,，") for number, name in items.items()}
    return {}


def _figures(lines: Sequence[Line], authors: Sequence[Author]) -> dict[str, str]:
    for line in lines:
        if _LIST.match(line.text):
            continue
        pairs = [
            (match["name"], match["n"])
            for match in _NAMED.finditer(line.text)
            if is_person(match["name"])
        ]
        if len(pairs) == len(authors):
            return {author.name: number for author, (_, number) in zip(authors, pairs, strict=True)}
    return {}


def is_affiliation_list(text: str) -> bool:
    """Say whether a line is a list of numbered institutions."""
    match = _LIST.match(text)
    if match is None or not text.startswith(("(", "（", "1")):
        return False
    return bool(_POSTCODE.search(match["items"].rstrip(")） ")))
