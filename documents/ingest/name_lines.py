"""Reads the people of a line without a label by the first of the forms that it has."""

from __future__ import annotations

import re
from dataclasses import replace

from documents.ingest.byline import (
    read_byline,
    read_han_names,
    read_han_office,
    read_pen_names,
)
from documents.ingest.draft import Author
from documents.ingest.lines import Line
from documents.ingest.metalines import find_account, is_name_with_institution
from documents.ingest.names import (
    is_names_only,
    is_organisation,
    is_pen_name,
    without_marks,
)
from documents.ingest.reporters import find_han_reporters
from documents.ingest.shape import han_count
from documents.text.dates import find_dates

NAMES_ONLY = "line of names"
NAMES_WITH = "names with their institutions"
BESIDE_DATE = "names beside the date"
_BARS = re.compile(r"\s+[|｜•·/]\s+")
_LABELS = re.compile(
    r"\b(?:publi|post|updat|issu|releas|mis |veröff|erschien|stand)", re.IGNORECASE
)


def read_named(line: Line) -> tuple[str, float, tuple[Author, ...]]:
    """Give the form of a line, how sure it is, and its people; ("", 0, ()) for another line."""
    for rule, confidence, people_of_line in _FORMS:
        if people := people_of_line(line):
            return rule, confidence, people
    return "", 0.0, ()


def _with_institution(line: Line) -> tuple[Author, ...]:
    bracket = line.text.endswith((")", "）")) and without_marks(line.text).endswith((")", "）"))
    named = bracket or is_name_with_institution(line.text)
    return read_byline(line.text) if named and not find_dates(line.text) else ()


def _with_han_office(line: Line) -> tuple[Author, ...]:
    return read_han_office(line.text)


def read_beside_date(line: Line) -> tuple[Author, ...]:
    """Give the people of "03.05.2021 | Ada Berg, Li Hua": names in a row with the page's date."""
    dates = find_dates(line.text)
    before = line.text[: dates[0].start].strip(" |·,–-") if dates else ""
    if before[:1].isupper() and is_names_only(before) and not _LABELS.search(before):
        return read_byline(before)
    parts = line.parts if len(line.parts) > 1 else tuple(_BARS.split(line.text))
    if len(parts) < 2 or not dates:
        return ()
    if is_pen_name(parts[0]) and any("公众号" in part for part in parts):
        return read_pen_names(parts[0])
    named = [part for part in parts if is_names_only(part)]
    if len(named) != 1:
        return ()
    bodies = tuple(part for part in parts if is_organisation(part) and not find_dates(part))
    people = read_byline(named[0])
    return (
        tuple(replace(one, affiliations=bodies) for one in people) if len(bodies) == 1 else people
    )


def _of_account(line: Line) -> tuple[Author, ...]:
    """Give the author of "原创 张三 某某观察", which a messenger prints above an account's text."""
    return read_pen_names(find_account(line.text))


def _reporting(line: Line) -> tuple[Author, ...]:
    told = (
        find_dates(line.text) or "记者" in line.text or "記者" in line.text or "撰稿" in line.text
    )
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
    (BESIDE_DATE, 0.8, read_beside_date),
    ("name above an account's text", 0.85, _of_account),
    ("reporter beside the date", 0.85, _reporting),
    (NAMES_ONLY, 0.75, _alone),
)
