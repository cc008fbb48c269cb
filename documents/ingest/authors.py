"""Chooses the byline of a page among labels, head lines, the first paragraph and the head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from documents.ingest.affiliations import is_affiliation_list, with_affiliations, with_note
from documents.ingest.biographies import find_told
from documents.ingest.byline import (
    find_glued_byline,
    find_han_reporters,
    read_byline,
    read_han_names,
    read_han_office,
    read_pen_names,
    starts_byline,
)
from documents.ingest.cards import (
    Card,
    find_below_institutions,
    find_cards,
    find_headed,
    lines_of,
    people_of,
)
from documents.ingest.draft import Author, Found
from documents.ingest.labels import Pair, before_labels, runs_of
from documents.ingest.lines import Line, PageText
from documents.ingest.metalines import is_name_with_institution
from documents.ingest.names import (
    filed_names,
    is_names_only,
    is_organisation,
    is_person,
    is_publisher,
    without_marks,
)
from documents.ingest.shape import han_count
from documents.ingest.zones import Zones
from documents.text.dates import find_dates
from documents.text.folding import fold

NAMES_ONLY = "line of names"
NAMES_WITH = "names with their institutions"
IN_CARDS = "name above an office or institution"
HEADED = "name under “authors”"
_BARS = re.compile(r"\s+[|｜•·/]\s+")
_LABELS = re.compile(
    r"\b(?:publi|post|updat|issu|releas|mis |veröff|erschien|stand)", re.IGNORECASE
)
_ACCOUNT = re.compile(r"^原创\s+(?P<name>[\u3400-\u9fff·]{2,5})\s+(?!(?:19|20)\d\d)\S{2,20}")
_OPENING = 120  # characters of a paragraph in which its reporters are named
_BELOW = 3  # lines below the text among which a byline signs it
_NEAR = 14  # lines below the title in which a line of names is a byline


def read_authors(
    page: PageText, zones: Zones, pairs: Sequence[Pair], meta: frozenset[int], title_at: int
) -> Found[tuple[Author, ...]]:
    """Give the authors with the line that names them; editors are no authors."""
    head, body, tail = zones.head, zones.body, zones.tail
    last = body[-1].at if body else 0
    between = [line for line in page.lines if head and head[-1].at < line.at < last]
    named = [line for line in [*head, *between] if line.at in meta]
    signed = [line for line in tail[:_BELOW] if line.at in meta and starts_byline(line.text)]
    lines = [*_of_lines([*named, *signed], title_at), *_of_text([*body[:2], *body[-1:], *tail])]
    loose = [found for found in lines if found.rule == NAMES_ONLY]
    firm = [found for found in lines if found.rule != NAMES_ONLY]
    below = [line for line in [*head, *between] if line.at > title_at]
    cards, lists = [*find_cards(below)], [*find_headed(page.lines)]
    headed = {line.at for group in lists for line in lines_of(group)}
    near = [group for group in cards if group[0].lines[0].at - title_at <= 2 * _NEAR]
    for found in (
        *(_of_cards(group, HEADED, 0.9) for group in find_headed(below)),
        *_of_pairs([pair for pair in pairs if pair.line.at not in headed]),
        *firm,
        *(_of_cards(group, IN_CARDS, 0.85) for group in near),
        *_of_facts(page, pairs),
        *(_of_cards(group, HEADED, 0.7) for group in find_headed(tail)),
        *loose,
        *(_of_cards(group, IN_CARDS, 0.6) for group in find_cards(tail[:_BELOW])),
        *_told_of(tail),
    ):
        if found.value:
            people = _joined(found, named, title_at)
            people = with_note(with_affiliations(people, below), page.lines)
            others = [one for group in (*cards, *lists) for one in people_of(group)]
            others += find_below_institutions(page.lines)
            return replace(found, value=_with_cards(people, others))
    return Found((), "none stated")


def _joined(
    found: Found[tuple[Author, ...]], named: Sequence[Line], title_at: int
) -> tuple[Author, ...]:
    """Add the people of the following lines where each author has a line of his own."""
    labelled = found.rule.startswith("label")
    if not labelled and found.rule not in (NAMES_WITH, NAMES_ONLY):
        return found.value
    if labelled:
        below = [one for one in named if found.at < one.at <= found.at + 1]
        more = [one for one in _of_lines(below, title_at) if one.rule == NAMES_WITH]
        return found.value + tuple(author for one in more for author in one.value)
    same = [one for one in _of_lines(named, title_at) if one.rule == found.rule]
    alike = [one for one in same if bool(han_count(one.line)) == bool(han_count(found.line))]
    same = [one for one, at in zip(alike, count(found.at, 2), strict=False) if one.at <= at]
    return tuple({author.name: author for one in same for author in one.value}.values())


def _of_pairs(pairs: Sequence[Pair]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give what each label says; rows in a row with the same label are one."""
    for pair, *more in runs_of(pairs):
        if pair.field == "author":
            people = tuple(one for row in (pair, *more) for one in _labelled(row))
            yield Found(people, f"label “{pair.label}”", pair.line.text, 0.93, pair.line.at)
        elif pair.field == "source" and is_publisher(pair.value.rpartition(" ")[0]):
            people = read_han_names(pair.value.rpartition(" ")[2])
            yield Found(people, "person behind the source", pair.line.text, 0.8, pair.line.at)


def _labelled(pair: Pair) -> tuple[Author, ...]:
    if "记者" in pair.label and (people := find_han_reporters(pair.line.text)):
        return people
    filed = tuple(map(Author, filed_names(pair.value)))
    people = filed or read_han_office(pair.value) or read_byline(pair.value)
    return people or read_pen_names(pair.value)


def _of_lines(lines: Sequence[Line], title_at: int) -> Iterator[Found[tuple[Author, ...]]]:
    for line in lines:
        glued = find_glued_byline(line.text)
        if starts_byline(line.text) or glued:
            text = glued or line.text  # "By Lan Zheng Source:River Weekly"
            own = read_byline(text)
            people = own or read_byline(before_labels(text))
            yield Found(people, "byline", line.text, 0.95, line.at)
        elif line.at >= title_at and not _is_affiliation(line.text):
            yield from _named_on(line, title_at)


def _named_on(line: Line, title_at: int) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the people of a line below the title by the first of the forms that it has."""
    for rule, confidence, people_of_line in _FORMS:
        if people := people_of_line(line):
            if rule != NAMES_ONLY or line.at - title_at <= _NEAR:
                yield Found(people, rule, line.text, confidence, line.at)
            return


def _with_institution(line: Line) -> tuple[Author, ...]:
    bracket = line.text.endswith((")", "）")) and without_marks(line.text).endswith((")", "）"))
    named = bracket or is_name_with_institution(line.text)
    return read_byline(line.text) if named and not find_dates(line.text) else ()


def _with_han_office(line: Line) -> tuple[Author, ...]:
    return read_han_office(line.text)


def _among_data(line: Line) -> tuple[Author, ...]:
    """Give the people of "03.05.2021 | Ada Berg, Li Hua": names in a row with the page's date."""
    dates = find_dates(line.text)
    before = line.text[: dates[0].start].strip(" |·,–-") if dates else ""
    if before[:1].isupper() and is_names_only(before) and not _LABELS.search(before):
        return read_byline(before)
    parts = line.parts if len(line.parts) > 1 else _BARS.split(line.text)
    named = [part for part in parts if is_names_only(part)]
    if len(parts) < 2 or len(named) != 1 or not dates:
        return ()
    bodies = tuple(part for part in parts if is_organisation(part) and not find_dates(part))
    people = read_byline(named[0])
    return (
        tuple(replace(one, affiliations=bodies) for one in people) if len(bodies) == 1 else people
    )


def _of_account(line: Line) -> tuple[Author, ...]:
    """Give the author of "原创 张三 某某观察", which a messenger prints above an account's text."""
    account = _ACCOUNT.match(line.text)
    return read_pen_names(account["name"]) if account else ()


def _reporting(line: Line) -> tuple[Author, ...]:
    told = find_dates(line.text) or "记者" in line.text or "記者" in line.text
    return find_han_reporters(line.text) if told else ()


def _alone(line: Line) -> tuple[Author, ...]:
    if find_dates(line.text) or not is_names_only(line.text):
        return ()
    if not han_count(line.text):
        return read_byline(line.text)
    marked = without_marks(line.text)
    return read_pen_names(marked) if marked != line.text else read_han_names(line.text)


_FORMS = (
    (NAMES_WITH, 0.85, _with_institution),
    (NAMES_WITH, 0.8, _with_han_office),
    ("names beside the date", 0.8, _among_data),
    ("name above an account's text", 0.85, _of_account),
    ("reporter beside the date", 0.85, _reporting),
    (NAMES_ONLY, 0.75, _alone),
)


def _is_affiliation(text: str) -> bool:
    """Say whether a line names institutions only; one in brackets as a whole names no people."""
    return is_affiliation_list(text) or text.startswith(("(", "（"))


def _of_cards(group: Sequence[Card], rule: str, confidence: float) -> Found[tuple[Author, ...]]:
    first = group[0].lines[0]
    return Found(people_of(group), rule, first.text, confidence, first.at)


def _told_of(tail: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the people whose biographies stand at the foot, all of them as one finding."""
    told = [*find_told(tail)]
    if told:
        people, lines = zip(*told, strict=True)
        yield Found(people, "biography of the author", lines[0].text, 0.6, lines[0].at)


def _with_cards(authors: Sequence[Author], others: Sequence[Author]) -> tuple[Author, ...]:
    """Give authors without an institution the one that stands with their name elsewhere."""
    known = {one.name.casefold(): one.affiliations for one in others}
    return tuple(
        one if one.affiliations else replace(one, affiliations=known.get(one.name.casefold(), ()))
        for one in authors
    )


def _of_text(lines: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    for line in lines:
        opening = fold(line.text[:_OPENING])
        if "记者" in opening or "通讯员" in opening:
            yield Found(
                find_han_reporters(line.text[:_OPENING]),
                "reporter named in the text",
                line.text,
                0.8,
                line.at,
            )


def _of_facts(page: PageText, pairs: Sequence[Pair]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the authors in a page's head; that of an official text is who put it up."""
    if any(pair.field in ("issuer", "number") for pair in pairs):
        return
    written = [
        re.sub(r"^(?:by|von|par)\s", "", fact.value, flags=re.IGNORECASE)
        for fact in page.facts
        if fact.name.casefold()
        in ("author", "citation_author", "dc.creator", "article:author", "parsely-author")
    ]
    names = [name for one in written for name in (filed_names(one) or (one,))]
    people = tuple(Author(name) for name in dict.fromkeys(names) if is_person(name))
    yield Found(people, "author in the page's head", "; ".join(names), 0.6)
