"""Gives authors the institutions that a page names: by marks, in notes or on lines beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from documents.ingest.draft import Author
from documents.ingest.labels import Pair
from documents.ingest.lines import Line
from documents.ingest.names import (
    RAISED,
    is_office,
    is_organisation,
    is_person,
    marks_of,
    names_institution,
)
from documents.ingest.shape import HAN, ends_sentence, without_bullet, word_count
from documents.text.dates import find_dates

# "1. A; 2. B", "a A": what opens the list of institutions that marks behind names point to.
_FIRST = re.compile(rf"^[(（]?\s*(?P<mark>1|a)(?:\s*[.．、)]\s*|\s+|(?=[A-Z{HAN}]))(?=[A-Z{HAN}])")
_LIST_LABEL = re.compile(
    r"^(?:作者(?:单位|机构)|(?:author )?affiliations?)\s?[:：]\s*", re.IGNORECASE
)
_NAMES_OPEN = re.compile(r"^(?:by|von|par)\s", re.IGNORECASE)
_LONGEST = 600  # characters of a list
# "Bay Weekly staff writer": the paper of one who writes for it.
_STAFF = re.compile(
    r"^(?P<body>[A-Z][\w’'&.-]*(?:\s[A-Z][\w’'&.-]*){0,3})\s"
    r"staff (?:writer|reporter|correspondent)s?$"
)
_AT = re.compile(r"\sat\s|\s[–—-]\s|\s*[,，|]\s*")
_NOTE = re.compile(
    rf"^[（(]?\s?作者(?:系|为|是|(?:单位|机构)\s?[:：]?)\s?(?P<name>[{HAN}]{{3,40}}?(?:大学|学院|研究院|研究所|研究中心|中心|智库|委员会|局|厅|部|公司|协会|党校|社科院))"
)
# A note of one institution for all authors: "（作者单位：某研究院）", with its postcode or without.
_SHARED = re.compile(
    rf"^[（(]?\s?作者(?:单位|机构)\s?[:：][{HAN}\s]{{3,40}}"
    rf"(?:[,，]\s?[{HAN}\s]{{2,8}}[,，]?\s?\d{{6}})?[)）]?$"
)
# "某研究中心“县城养老研究”课题组": a body and its group.
_GROUP = re.compile(rf"^(?P<body>[{HAN}]{{4,24}}?)[“‘「《][^”’」》]{{2,40}}[”’」》]课题组$")
_AWARDED = re.compile(
    r"(?:学位)?授予单位|(?:awarding|degree[- ]granting) (?:body|institution)|.*degree\.grantor",
    re.IGNORECASE,
)
_LEARNED = re.compile(
    r"universit|institut|college|academy|school|faculty|hochschule|école|大学|学院|研究|智库|党校|社科院",
    re.IGNORECASE,
)
_BELOW = 2  # line numbers to the line below the authors
_NO_PLACE = re.compile(r"^(?:\d|[a-h]\s)|[:：?？]")  # in a title, in no name of an institution
_MARK_ALONE = re.compile(r"\d|\*|†")
_POSTCODE = re.compile(
    r"(?:[,，]?\s*(?:[A-Z][\w’'-]*\s){0,3}|[,，]\s*[\u4e00-\u9fff]{2,4}(?:[\s,，]\s*[\u4e00-\u9fff]{2,4}){0,2}|"
    r"\s+[\u4e00-\u9fff]{2,4}|)[\s,，]*\d{5,6}(?:[,，]\s*[A-Z]\w+)?$"
)


def with_affiliations(authors: Sequence[Author], lines: Sequence[Line]) -> tuple[Author, ...]:
    """Give each author the institutions his marks point to, in the order of the marks.

    A list in another language than the names is joined by position, where both have as many.
    """
    if any(author.affiliations for author in authors):
        return tuple(authors)
    institutions = _by_mark(lines) or _in_order(lines, authors)
    marks = _marks(lines, authors)
    if not any(marks) and len(institutions) == len(authors):
        marks = [(mark,) for mark in institutions]
    return tuple(
        replace(
            author, affiliations=tuple(institutions[mark] for mark in own if mark in institutions)
        )
        for author, own in zip(authors, marks, strict=True)
    )


def find_marked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of a list of institutions whose marks count up, below the names it is for."""
    for index, line in enumerate(lines):
        if (first := _FIRST.match(_plain(line))) and _lists(lines, index):
            count = len(_parted(_plain(line), first["mark"]))
            found = [line]
            for after in lines[index + 1 :]:
                more = len(_parted(_plain(after), chr(ord(first["mark"]) + count)))
                if not more:
                    break
                found.append(after)
                count += more
            return tuple(found)
    return ()


def _plain(line: Line) -> str:
    """Give a line without bullet and label, its raised figures as plain ones."""
    return _LIST_LABEL.sub("", without_bullet(line.text[:_LONGEST].translate(RAISED)))


def _lists(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line lists institutions: by their postcodes, or since marked names precede."""
    text = _plain(lines[index])
    if is_affiliation_list(text) or _LIST_LABEL.match(lines[index].text):
        return True
    items = _parted(text, text.strip(" (（")[0])
    return is_institution(items[0]) and any(
        marks_of(line.text) for line in lines[max(0, index - 2) : index]
    )


def _parted(text: str, mark: str) -> list[str]:
    """Part "1. A; 2. B" at its marks, which count up from `mark`; nothing where it has not that."""
    text = text.strip(" ()（）")
    starts: list[tuple[int, int]] = []
    while match := _form_of(mark).search(text, starts[-1][1] if starts else 0):
        if not starts and match.start():
            break
        starts.append(match.span())
        mark = chr(ord(mark) + 1)
    if not starts:
        return []
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [
        text[begin:end].strip(" ,，;；.。") for (_, begin), end in zip(starts, ends, strict=True)
    ]


@cache
def _form_of(mark: str) -> re.Pattern[str]:
    behind = rf"(?:\s*[.．、)]\s*|\s+|(?=[A-Z{HAN}]))(?=[A-Z{HAN}])"
    return re.compile(rf"(?:^|[;；]\s*|\s){re.escape(mark)}{behind}")


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


def with_award(authors: Sequence[Author], pairs: Sequence[Pair]) -> tuple[Author, ...]:
    """Give the writer of a thesis the body that awarded the degree."""
    bodies = [pair.value for pair in pairs if _AWARDED.fullmatch(pair.label)]
    if len(authors) != 1 or authors[0].affiliations or not bodies:
        return tuple(authors)
    return (replace(authors[0], affiliations=(bodies[0],)),)


def with_below(authors: Sequence[Author], lines: Sequence[Line]) -> tuple[Author, ...]:
    """Give each author without one the institution below a line that is his name alone."""
    alone = {without_bullet(line.text).casefold(): at for at, line in enumerate(lines)}
    return tuple(
        one if one.affiliations else replace(one, affiliations=_below(one.name, alone, lines))
        for one in authors
    )


def _below(name: str, alone: Mapping[str, int], lines: Sequence[Line]) -> tuple[str, ...]:
    at = alone.get(name.casefold(), len(lines))
    texts = [without_bullet(line.text) for line in lines[at + 1 : at + 1 + _BELOW]]
    found = (_POSTCODE.sub("", text).strip(" ,，") for text in texts if is_institution(text))
    return tuple(body for body in found if _LEARNED.search(body))[:1]


def with_shared(authors: Sequence[Author], lines: Sequence[Line], at: int) -> tuple[Author, ...]:
    """Give authors the institution that stands alone on the line below their names."""
    below = next((line for line in lines if at < line.at <= at + _BELOW), None)
    if not at or below is None or any(author.affiliations for author in authors):
        return tuple(authors)
    alone = is_institution(below.text) and _LEARNED.search(below.text)
    body = _POSTCODE.sub("", below.text).strip(" ()（）,，")
    return tuple(replace(one, affiliations=(body,)) for one in authors) if alone else tuple(authors)


def with_group(authors: Sequence[Author], lines: Sequence[Line], at: int) -> tuple[Author, ...]:
    """Give authors the body whose group wrote, on the line above: 某研究中心“县城研究”课题组."""
    above = next((line for line in reversed(lines) if line.at < at), None)
    group = _GROUP.match(above.text) if above else None
    if group is None or any(author.affiliations for author in authors):
        return tuple(authors)
    return tuple(replace(one, affiliations=(group["body"],)) for one in authors)


def institution_in(text: str) -> str:
    """Give the institution of a line below a name, without the office before it; "" without one."""
    text = text.strip(" ()（）")
    if writer := _STAFF.match(text):
        return writer["body"]
    if not is_office(text):
        return _POSTCODE.sub("", text).strip(" ,，") if is_institution(text) else ""
    pieces = [
        piece for piece in _AT.split(text) if names_institution(piece) and not is_office(piece)
    ]
    return ", ".join(pieces)


def _by_mark(lines: Sequence[Line]) -> dict[str, str]:
    marked = find_marked(lines)
    found: dict[str, str] = {}
    first = next((match["mark"] for line in marked if (match := _FIRST.match(_plain(line)))), "1")
    for line in marked:
        for name in _parted(_plain(line), chr(ord(first) + len(found))):
            found[chr(ord(first) + len(found))] = _POSTCODE.sub("", name).strip(" ,，")
    return found


def _in_order(lines: Sequence[Line], authors: Sequence[Author]) -> dict[str, str]:
    """Give the unnumbered institutions below names with marks, as many as the marks count."""
    known = {one.name.casefold() for one in authors}
    for index, line in enumerate(lines):
        marked = marks_of(_NAMES_OPEN.sub("", line.text))
        if marked and {name.casefold() for name, _ in marked} <= known:
            # A mark may stand on a line of its own above the institution.
            rest = [one for one in lines[index + 1 :] if not _MARK_ALONE.fullmatch(one.text)]
            below = [*takewhile(lambda one: is_institution(one.text), rest)]
            figures = [int(mark) for _, own in marked for mark in own if mark.isdigit()]
            if below and max(figures, default=0) == len(below):
                names = [_POSTCODE.sub("", one.text).strip(" ,，") for one in below]
                return {str(place): name for place, name in enumerate(names, start=1)}
    return {}


def _marks(lines: Sequence[Line], authors: Sequence[Author]) -> list[tuple[str, ...]]:
    """Give the marks behind each author's name, else those of a line that marks as many people."""
    said = [(name.casefold(), own) for line in lines for name, own in marks_of(line.text)]
    by_name = dict(reversed(said))
    if all(one.name.casefold() in by_name for one in authors):
        return [by_name[one.name.casefold()] for one in authors]
    for line in lines:
        marks = [own for name, own in marks_of(line.text) if is_person(name)]
        if len(marks) == len(authors):
            return marks
    return [() for _ in authors]


def is_affiliation_list(text: str) -> bool:
    """Say whether a line is a list of numbered institutions with their postcodes."""
    first = _FIRST.match(text) if len(text) <= _LONGEST else None
    return first is not None and bool(_POSTCODE.search(text.rstrip(")） ")))
