"""Chooses the byline of a page among labels, head lines, the first paragraph and the head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

from documents.ingest.affiliations import (
    is_affiliation_list,
    with_affiliations,
    with_award,
    with_below,
    with_group,
    with_note,
    with_shared,
)
from documents.ingest.biographies import find_described, find_told
from documents.ingest.byline import (
    continues_byline,
    find_glued_byline,
    read_byline,
    read_han_names,
    read_han_office,
    read_pen_names,
    starts_byline,
    unique_of,
)
from documents.ingest.cards import (
    Card,
    find_below_institutions,
    find_cards,
    find_headed,
    is_address,
    lines_of,
    people_of,
)
from documents.ingest.dates_read import is_date_line
from documents.ingest.draft import Author, Found
from documents.ingest.labels import Pair, before_labels, runs_of
from documents.ingest.lines import Line, PageText
from documents.ingest.name_lines import (
    BESIDE_DATE,
    NAMES_ONLY,
    NAMES_WITH,
    read_beside_date,
    read_named,
)
from documents.ingest.names import call, filed_names, is_names_only, is_person, is_publisher
from documents.ingest.naming import (
    find_analysts,
    find_cited,
    find_explaining,
    find_leading,
    find_posted,
    find_presented,
    find_run_on,
    find_signed,
)
from documents.ingest.reporters import find_han_reporters, names_reporters
from documents.ingest.shape import han_count
from documents.ingest.zones import Zones

type People = Found[tuple[Author, ...]]

IN_CARDS = "name above an office or institution"
HEADED = "name under “authors”"
_OPENING = 120  # characters of a paragraph in which its reporters are named
_BELOW = 3  # lines below the text among which a byline signs it
_NEAR = 14  # lines below the title in which a line of names is a byline
_ABOVE = 3  # lines above it in which a name beside the date is one
_CELLS = ("td", "th", "dt", "dd", "li")
_LIST = re.compile(r"[、，,;；]")
_END = re.compile(r"[（(]([^（）()]{3,60})[)）]\s*$")  # who signs a paragraph
_CONTACT = re.compile(r"\b(?:contacts?|enquiries|inquiries|kontakt)\b|联系", re.IGNORECASE)
_HEADING = 40  # characters of a heading above a card
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Places:
    """Where people are looked for.

    `named` are the head's lines of data, `signed` bylines below the text, `below` all lines of
    the head under the title, `cards` and `lists` the groups of people that stand there.
    """

    page: PageText
    zones: Zones
    pairs: Sequence[Pair]
    title: Line
    named: Sequence[Line]
    signed: Sequence[Line]
    below: Sequence[Line]
    cards: Sequence[tuple[Card, ...]]
    lists: Sequence[tuple[Card, ...]]


def read_authors(
    page: PageText, zones: Zones, pairs: Sequence[Pair], meta: frozenset[int], title: Line
) -> People:
    """Give the authors with the line that names them; editors are no authors."""
    head, body = zones.head, zones.body
    last = body[-1].at if body else 0
    between = [line for line in page.lines if head and head[-1].at < line.at < last]
    named = [line for line in [*head, *between] if line.at in meta]
    signed = [one for one in zones.tail[:_BELOW] if one.at in meta and starts_byline(one.text)]
    below = [line for line in [*head, *between] if line.at > title.at]
    cards, lists = [*find_cards(below)], [*find_headed(page.lines)]
    places = _Places(page, zones, pairs, title, named, signed, below, cards, lists)
    found = next((one for one in _candidates(places) if one.value), None)
    return _placed(found, places) if found else Found((), "none stated")


def _candidates(places: _Places) -> Iterator[People]:
    """Give what each place of a page names, the surest first."""
    tail, title = places.zones.tail, places.title
    lines = [*_of_lines(places), *_of_text(places.zones)]
    headed = {line.at for group in places.lists for line in lines_of(group)}
    yield from (_of_cards(group, HEADED, 0.9) for group in find_headed(places.below))
    yield from _of_pairs([pair for pair in places.pairs if pair.line.at not in headed])
    yield from (one for one in lines if one.rule != NAMES_ONLY)
    for group in places.cards:
        if group[0].lines[0].at - title.at <= 2 * _NEAR:
            yield _of_cards(group, IN_CARDS, 0.85)
    yield from find_explaining(places.below[:_BELOW])
    yield from find_presented(places.zones.body)
    yield from _of_facts(places.page, places.pairs)
    yield from (_of_cards(group, HEADED, 0.7) for group in find_headed(tail))
    yield from (_without_title(one, title) for one in lines if one.rule == NAMES_ONLY)
    yield from _of_lines_above(places)
    for group in find_cards(tail[:_BELOW]):
        if not _answers_press(group, places.page.lines):
            yield _of_cards(group, IN_CARDS, 0.6)
    yield from find_leading([one for one in places.zones.head if one.at > title.at][:1])
    yield from find_signed([*places.zones.body[-1:], *tail[:_BELOW]])
    yield from find_posted(places.page.lines)
    yield _told_of(places.page, tail)
    yield from find_run_on(places.zones.body)
    yield from find_analysts(places.page.lines)
    yield from find_cited(places.page.lines, title.text)


def _placed(found: People, places: _Places) -> People:
    """Give the people found with those of the next lines, and with where they work."""
    page, below = places.page, places.below
    people = _joined(found, places)
    people = with_note(with_affiliations(people, below), page.lines)
    others = [one for group in (*places.cards, *places.lists) for one in people_of(group)]
    others += find_below_institutions(page.lines)
    others += [one for line in below for one in find_han_reporters(line.text[:_OPENING])]
    people = with_award(with_below(_with_others(people, others), page.lines), places.pairs)
    people = with_group(with_shared(people, page.lines, found.at), page.lines, found.at)
    return replace(found, value=tuple(call(people, page.text)))


def _joined(found: People, places: _Places) -> tuple[Author, ...]:
    """Add the people of the following lines where each author has a line of his own."""
    labelled = found.rule.startswith("label")
    if not labelled and found.rule not in (NAMES_WITH, NAMES_ONLY):
        return found.value
    if labelled:
        after = [one for one in places.page.lines if one.at > found.at]
        more = [one for line in _next_named(after) for one in line.value]
        return unique_of((*found.value, *more))
    same = [one for one in _of_lines(places) if one.rule == found.rule]
    alike = [one for one in same if bool(han_count(one.line)) == bool(han_count(found.line))]
    same = [one for one, at in zip(alike, count(found.at, 2), strict=False) if one.at <= at]
    return unique_of(author for one in same for author in one.value)


def _next_named(lines: Sequence[Line]) -> Iterator[People]:
    """Give the lines of people with institutions that follow, past their addresses."""
    for line in lines:
        rule, confidence, people = read_named(line)
        if rule == NAMES_WITH:
            yield Found(people, rule, line.text, confidence, line.at)
        elif not is_address(line.text):
            return


def _of_pairs(pairs: Sequence[Pair]) -> Iterator[People]:
    """Give what each label says; rows in a row with the same label are one."""
    runs = runs_of(pairs)
    for pair, *more in runs:
        if pair.field == "author":
            rows = [pair, *more, *_beside(pair, [run for run in runs if run[0] is not pair])]
            people = unique_of(one for row in rows for one in _labelled(row))
            yield Found(people, f"label “{pair.label}”", pair.line.text, 0.93, pair.line.at)
        elif pair.field == "source" and _names_people(pair.value):
            people = tuple(map(Author, (part.strip() for part in _LIST.split(pair.value))))
            yield Found(
                people, "people in the place of the source", pair.line.text, 0.8, pair.line.at
            )
        elif pair.field == "source" and is_publisher(pair.value.rpartition(" ")[0]):
            people = read_han_names(pair.value.rpartition(" ")[2])
            yield Found(people, "person behind the source", pair.line.text, 0.8, pair.line.at)


def _beside(pair: Pair, runs: Sequence[Sequence[Pair]]) -> Iterator[Pair]:
    """Give the rows of other labels of authors on the next line: 分析师：…, 研究助理：…."""
    for run in runs:
        if run[0].field == "author" and pair.line.at <= run[0].line.at <= pair.line.at + 1:
            yield from run


def _names_people(value: str) -> bool:
    """Say whether what a label calls the source is several people and nothing else."""
    parts = [part.strip() for part in _LIST.split(value)]
    return len(parts) > 1 and all(map(is_person, parts))


def _labelled(pair: Pair) -> tuple[Author, ...]:
    text = pair.line.text if "记者" in pair.label else pair.value
    if names_reporters(text) and (people := find_han_reporters(text)):
        return people
    filed = tuple(map(Author, filed_names(pair.value)))
    people = filed or read_han_office(pair.value) or read_byline(pair.value)
    return people or read_pen_names(pair.value)


def _of_lines(places: _Places) -> Iterator[People]:
    """Give the people of each line of data, of a signature below the text too."""
    after = {above.at: line.text for above, line in pairwise(places.page.lines)}
    for line in [*places.named, *places.signed]:
        glued = find_glued_byline(line.text)
        if starts_byline(line.text) or glued:
            text = glued or line.text  # "By Lan Zheng Source:River Weekly"
            if continues_byline(text, after.get(line.at, "")):
                text = f"{text} {after[line.at]}"
            people = read_byline(text) or read_byline(before_labels(text))
            yield Found(people, "byline", line.text, 0.95, line.at)
        elif line.at >= places.title.at and not _is_affiliation(line.text):
            yield from _named_below(line, places.title.at)


def _named_below(line: Line, title_at: int) -> Iterator[People]:
    """Give the people of a line below the title; a line of names stands near it."""
    rule, confidence, people = read_named(line)
    if people and (rule != NAMES_ONLY or line.at - title_at <= _NEAR):
        yield Found(people, rule, line.text, confidence, line.at)


def _of_lines_above(places: _Places) -> Iterator[People]:
    """Give the people of a line near above the title that holds the date or stands beside it."""
    lines = [line for line in places.page.lines if line.at <= places.title.at][-_ABOVE - 2 :]
    dated = {one.at for pair in pairwise(lines) for one in pair if _has_date_line(pair)}
    dated -= {one.at for pair in pairwise(lines) for one in pair if _is_menu(pair)}
    near = {line.at for line in lines[1:-1]}
    for line in (one for one in places.named if one.at in near and one.tag not in _CELLS):
        people = read_beside_date(line)
        if not people and line.at in dated and is_names_only(line.text):
            people = read_byline(line.text)
        people = tuple(one for one in people if not (one.name.isupper() or han_count(one.name)))
        yield Found(people, BESIDE_DATE, line.text, 0.7, line.at)


def _is_menu(pair: tuple[Line, Line]) -> bool:
    """Say whether two lines look like names each, as the entries of a menu do."""
    return all(is_names_only(line.text) for line in pair)


def _has_date_line(pair: tuple[Line, Line]) -> bool:
    return any(is_date_line(line.text) for line in pair)


def _is_affiliation(text: str) -> bool:
    """Say whether a line names institutions only; one in brackets as a whole names no people."""
    return is_affiliation_list(text) or text.startswith(("(", "（"))


def _without_title(found: People, title: Line) -> People:
    """Leave out names all of whose words stand in the title, which a page prints again."""
    words = set(_WORD.findall(title.text.casefold()))
    people = tuple(
        one for one in found.value if not set(_WORD.findall(one.name.casefold())) <= words
    )
    return replace(found, value=people)


def _of_cards(group: Sequence[Card], rule: str, confidence: float) -> People:
    first = group[0].lines[0]
    return Found(people_of(group), rule, first.text, confidence, first.at)


def _answers_press(group: Sequence[Card], lines: Sequence[Line]) -> bool:
    """Say whether a card stands below a heading of those who answer the press."""
    above = next((one for one in reversed(lines) if one.at < group[0].lines[0].at), None)
    return above is not None and bool(_CONTACT.search(above.text)) and len(above.text) <= _HEADING


def _told_of(page: PageText, tail: Sequence[Line]) -> People:
    """Give the people whose biographies stand at the foot or behind a label, as one finding."""
    told = [*find_described(page.lines)] or [*find_told(tail)]
    if not told:
        return Found((), "none stated")
    people, lines = zip(*told, strict=True)
    return Found(people, "biography of the author", lines[0].text, 0.6, lines[0].at)


def _with_others(authors: Sequence[Author], others: Sequence[Author]) -> tuple[Author, ...]:
    """Give authors without an institution the one that stands with their name elsewhere."""
    known = {one.name.casefold(): one.affiliations for one in reversed(others) if one.affiliations}
    return tuple(
        one if one.affiliations else replace(one, affiliations=known.get(one.name.casefold(), ()))
        for one in authors
    )


def _of_text(zones: Zones) -> Iterator[People]:
    """Give the reporters that the first, the last and the following paragraphs name."""
    for line in [*zones.body[:2], *zones.body[-1:], *zones.tail]:
        opening = line.text[:_OPENING]
        if names_reporters(opening):
            people = find_han_reporters(opening)
            yield Found(people, "reporter named in the text", line.text, 0.8, line.at)
        elif (end := _END.search(line.text)) and names_reporters(end[1]):
            people = find_han_reporters(end[1])
            yield Found(people, "reporter named in the text", line.text, 0.8, line.at)


def _of_facts(page: PageText, pairs: Sequence[Pair]) -> Iterator[People]:
    """Give the authors in a page's head; that of an official text is who put it up."""
    if any(pair.field in ("issuer", "number") for pair in pairs):
        return
    written = [
        re.sub(r"^(?:by|von|par)\s", "", fact.value, flags=re.IGNORECASE)
        for fact in page.facts
        if fact.name.casefold()
        in ("author", "citation_author", "dc.creator", "article:author", "parsely-author")
    ]
    filed = {name for one in written for name in filed_names(one)}
    names = [name for one in written for name in (filed_names(one) or (one,))]
    written = [name for name in dict.fromkeys(names) if name in filed or is_person(name)]
    people = tuple(map(Author, written))
    yield Found(people, "author in the page's head", "; ".join(names), 0.6)
