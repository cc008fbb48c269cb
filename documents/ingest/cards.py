"""Reads cards of people: names on a line of their own, with office and institution below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from documents.ingest.affiliations import institution_in, is_institution
from documents.ingest.byline import read_byline, read_han_office
from documents.ingest.draft import Author
from documents.ingest.lines import Line
from documents.ingest.names import filed_names, is_names_only, is_office, names_office
from documents.ingest.shape import without_bullet
from documents.text.dates import find_dates

_ADDRESS = re.compile(
    r"^\W*(?:(?:e-?mail|tel|phone)\b.{0,3}\s)?"
    r"(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|\[email[^\]]{1,20}\]|\+?\d[\d ()./-]{6,}\d)\W*$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:about the )?(?:authors?(?:\(s\))?|(?:written )?by|contributors?|listed|autor(?:in)?|"
    r"autor(?:inn)?en(?: und autoren)?|auteure?s?|作者)\W*$",
    re.IGNORECASE,
)
_AFFILIATIONS = re.compile(r"^authors?(?:’)? (?:and|&) affiliations?\W*$", re.IGNORECASE)
_BEFORE_OFFICE = (
    re.compile(r"^(?P<names>\S+ [^,|]{2,60}?)(?:,| [|–—-])\s(?P<office>[A-Z].{3,120})$"),
    re.compile(r"^(?P<names>\S+ [^,|]{2,60}?)\s(?P<office>[A-Z].{3,120})$"),
)
_MARKS = re.compile(r"^\d{1,2}(?:[\s,*†]+\d{0,2})*(?:and|&)?$")  # "2,* and": behind a name
_MOST_BELOW = 4  # lines that belong to a name


@dataclass(frozen=True, slots=True)
class Card:
    """People with what stands below them; `lines` begins with the line of the names."""

    people: tuple[Author, ...]
    lines: tuple[Line, ...]


def is_heading(text: str) -> bool:
    """Say whether a line alone heads the authors: "Authors", "About the author", "Written by:"."""
    return bool(_HEADING.match(text))


def find_cards(lines: Sequence[Line]) -> Iterator[tuple[Card, ...]]:
    """Give the groups of cards that follow each other, of which one says more than names."""
    at = 0
    while at < len(lines):
        group = _read(lines[at:], _people)
        if any(map(_says_more, group)):
            yield group
        at += sum(len(card.lines) for card in group) or 1


def _says_more(card: Card) -> bool:
    """Say whether an office or an institution stands on a card, and no address alone."""
    names, *below = (line.text.strip(" ()（）") for line in card.lines)
    return any(is_office(text) or is_institution(text) for text in below) or not is_names_only(
        names
    )


def find_headed(lines: Sequence[Line]) -> Iterator[tuple[Card, ...]]:
    """Give the groups of cards below a label or heading of authors that stands alone."""
    for index, line in enumerate(lines):
        if is_heading(line.text) and (group := _read(lines[index + 1 :], _headed_people)):
            yield group


def find_below_institutions(lines: Sequence[Line]) -> tuple[Author, ...]:
    """Give the people under "Authors and Affiliations", who stand below their institutions."""
    start = next((n for n, line in enumerate(lines) if _AFFILIATIONS.match(line.text)), len(lines))
    found: list[Author] = []
    place = ""
    for line in lines[start + 1 :]:
        if people := _people(line.text):
            found += [replace(one, affiliations=(place,) if place else ()) for one in people]
        elif is_institution(line.text):
            place = institution_in(line.text)
        else:
            break
    return tuple(found)


def is_address(text: str) -> bool:
    """Say whether a line is a mail address or a telephone number and nothing else."""
    return bool(_ADDRESS.match(text.strip(" ()（）")))


def lines_of(group: Sequence[Card]) -> tuple[Line, ...]:
    """Give all lines of cards in their order."""
    return tuple(line for card in group for line in card.lines)


def people_of(group: Sequence[Card]) -> tuple[Author, ...]:
    """Give the people of cards in their order."""
    return tuple(person for card in group for person in card.people)


def _read(
    lines: Sequence[Line], people_in: Callable[[str], tuple[Author, ...]]
) -> tuple[Card, ...]:
    group: list[Card] = []
    at = 0
    while at < len(lines) and (people := people_in(without_bullet(lines[at].text))):
        below = tuple(takewhile(_belongs, lines[at + 1 : at + 1 + _MOST_BELOW]))
        places = tuple(filter(None, (institution_in(line.text) for line in below)))
        shared = tuple(replace(one, affiliations=places or one.affiliations) for one in people)
        group.append(Card(shared, (lines[at], *below)))
        at += 1 + len(below)
    return tuple(group)


def _people(text: str) -> tuple[Author, ...]:
    return read_byline(text) if is_names_only(text) else _with_office(text)


def _with_office(text: str) -> tuple[Author, ...]:
    """Give the people of "Amelia Duarte, Contributing editor", with or without the comma."""
    parted = next(filter(_holds_office, (form.match(text) for form in _BEFORE_OFFICE)), None)
    if parted is None or find_dates(text) or text.endswith((":", "：")):
        return ()  # who said something, and when
    place = institution_in(parted["office"])
    people = read_byline(parted["names"])
    return tuple(replace(one, affiliations=(place,)) for one in people) if place else people


def _holds_office(parted: re.Match[str] | None) -> bool:
    return bool(parted and is_names_only(parted["names"]) and is_office(parted["office"]))


def _headed_people(text: str) -> tuple[Author, ...]:
    return tuple(map(Author, filed_names(text))) or _people(text) or read_han_office(text)


def _belongs(line: Line) -> bool:
    """Say whether a line below names is their office, institution or address."""
    text = line.text.strip(" ()（）")
    if _MARKS.match(line.text):
        return True
    if _with_office(text) or (names_office(text) and not is_office(text)):
        return False  # the next one; one who answers the press
    return is_office(text) or is_institution(text) or is_address(text)
