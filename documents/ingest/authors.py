"""Chooses the byline of a page among labels, head lines, the first paragraph and the head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise

from documents.ingest.affiliations import is_affiliation_list, with_affiliations, with_note
from documents.ingest.byline import (
    find_glued_byline,
    find_han_reporters,
    read_byline,
    read_han_names,
    read_han_office,
    read_pen_names,
    starts_byline,
)
from documents.ingest.draft import Author, Found
from documents.ingest.labels import Pair
from documents.ingest.lines import Line, PageText
from documents.ingest.metalines import is_name_with_institution
from documents.ingest.names import is_names_only, is_person, is_publisher
from documents.ingest.shape import han_count
from documents.ingest.zones import Zones
from documents.text.dates import find_dates
from documents.text.folding import fold

_AUTHORS = re.compile(
    r"^(?:about the )?(?:authors?(?:\(s\))?|autor(?:inn)?en(?: und autoren)?|autorin|"
    r"auteure?s?)\W*$",
    re.IGNORECASE,
)
NAMES_ONLY = "line of names"
NAMES_WITH = "names with their institutions"
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
    for found in (*_of_pairs(pairs), *firm, *_of_facts(page), *_under_heading(tail), *loose):
        if found.value:
            people = _joined(found, named, title_at)
            people = with_note(with_affiliations(people, named), page.lines)
            return replace(found, value=people)
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
    for pair in pairs:
        if pair.field == "author":
            people = find_han_reporters(pair.line.text) if "记者" in pair.label else ()
            people = people or read_han_office(pair.value) or read_byline(pair.value)
            people = people or read_pen_names(pair.value)
            yield Found(people, f"label “{pair.label}”", pair.line.text, 0.93, pair.line.at)
        elif pair.field == "source" and is_publisher(pair.value.rpartition(" ")[0]):
            people = read_han_names(pair.value.rpartition(" ")[2])
            yield Found(people, "person behind the source", pair.line.text, 0.8, pair.line.at)


def _of_lines(lines: Sequence[Line], title_at: int) -> Iterator[Found[tuple[Author, ...]]]:
    for line in lines:
        glued = find_glued_byline(line.text)
        if starts_byline(line.text) or glued:
            yield Found(read_byline(glued or line.text), "byline", line.text, 0.95, line.at)
        elif line.at < title_at or _is_affiliation(line.text):
            continue
        elif (
            line.text.endswith((")", "）")) or is_name_with_institution(line.text)
        ) and not find_dates(line.text):
            yield Found(read_byline(line.text), NAMES_WITH, line.text, 0.85, line.at)
        elif people := read_han_office(line.text):
            yield Found(people, NAMES_WITH, line.text, 0.8, line.at)
        elif find_dates(line.text) or "记者" in line.text or "記者" in line.text:
            yield Found(
                find_han_reporters(line.text), "reporter beside the date", line.text, 0.85, line.at
            )
        elif is_names_only(line.text) and line.at - title_at <= _NEAR:
            people = read_han_names(line.text) if han_count(line.text) else read_byline(line.text)
            yield Found(people, NAMES_ONLY, line.text, 0.75, line.at)


def _is_affiliation(text: str) -> bool:
    """Say whether a line names institutions only; one in brackets as a whole names no people."""
    return is_affiliation_list(text) or text.startswith(("(", "（"))


def _under_heading(tail: Sequence[Line]) -> Iterator[Found[tuple[Author, ...]]]:
    """Give the people named under a heading "Authors" at the foot."""
    for line, after in pairwise(tail):
        if _AUTHORS.match(line.text) and is_person(after.text):
            yield Found((Author(after.text),), "name under “authors”", after.text, 0.7, after.at)


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


def _of_facts(page: PageText) -> Iterator[Found[tuple[Author, ...]]]:
    names = [
        re.sub(r"^(?:by|von|par)\s", "", fact.value, flags=re.IGNORECASE)
        for fact in page.facts
        if fact.name.casefold()
        in ("author", "citation_author", "dc.creator", "article:author", "parsely-author")
    ]
    people = tuple(Author(name) for name in dict.fromkeys(names) if is_person(name))
    yield Found(people, "author in the page's head", "; ".join(names), 0.6)
