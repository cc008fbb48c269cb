"""Reads the dates inside a text: its dateline, the day it tells of, when a rule is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.ingest.date_ranges import find_range
from documents.ingest.dates_words import READ, fact_of
from documents.ingest.draft import DatedFact
from documents.ingest.lines import Line
from documents.ingest.phrases import compile_phrases
from documents.text.dates import FoundDate, Order, find_dates

DATELINE = "dateline"
VERSION = "date of this version"
EVENT = "day of the event in the first lines"
_DATELINE = compile_phrases("dates", "dateline", 0)
# The roles of dates by the wording round them, wherever they stand in a text.
_AROUND = tuple(
    (compile_phrases("dates", role), role) for role in ("effective", "expires", "deadline")
)
# What one does on a day who issues a text: "On 28 May the authorities released Pilot Rules".
_ISSUES = compile_phrases("dates", "issues", 0)
# "This version November 5, 2018": the date of a paper whose print was run together.
# "Today is October 18, 2024", in a letter to its readers.
_VERSION = re.compile(
    r"\b(?:(?:this|current|latest|final) (?:version|draft)|today is)\W*$", re.IGNORECASE
)
_ON = re.compile(r"(?:\b(?:on|am|le)\s|[于在])$")
_STOP = re.compile(r"[.!?](?:[\"”’]|\s)|[。！？]")
_FIRST = 280  # characters of a first sentence
_GLUED = 12  # characters of a name before the date of a dateline: "ADB27 September 2012: …"
_OPENING = 90  # characters of a paragraph in which its day is told
_SENTENCE = 160  # characters behind a day in which stands what happened on it


def body_dates(body: Sequence[Line], order: Order) -> list[DatedFact]:
    """Give the dateline, the day of the event and the days that a rule begins and ends."""
    facts = [fact for line in body for fact in _around(line, order)]
    told = {(fact.at, fact.iso) for fact in facts}
    for line in body[:2]:
        facts += [fact for fact in _opening(line, order) if (fact.at, fact.iso) not in told]
    return facts


def _around(line: Line, order: Order) -> Iterator[DatedFact]:
    for form, role in _AROUND:
        for match in form.finditer(line.text[:READ]):
            written = next(filter(None, match.groupdict().values()))
            for found in find_dates(written, order):
                yield fact_of(found, role, line, "words around the date")


def _opening(line: Line, order: Order) -> list[DatedFact]:
    dates = [
        found
        for found in find_dates(line.text[:READ], order)
        if found.precision != "month" and _opens(line.text, found.start)
    ]
    if not dates:
        return []
    if _is_dateline(line.text, dates[0]):
        return [fact_of(dates[0], "posted", line, DATELINE)]
    if version := version_dates(line, order):
        return version
    days = find_range(line.text[: dates[0].end], order) or dates[0]
    role = "issued" if tells_issue(line.text, dates[0].end) else "event"
    return [fact_of(days, role, line, EVENT)]


def version_dates(line: Line, order: Order) -> list[DatedFact]:
    """Read the date that a line calls that of this version or of today, [] without one."""
    dates = [one for one in find_dates(line.text[:READ], order) if one.precision != "month"]
    if not dates or not _VERSION.search(line.text[: dates[0].start]):
        return []
    return [fact_of(dates[0], "posted", line, VERSION)]


def _opens(text: str, start: int) -> bool:
    """Say whether a day stands among the first words, or as one's day in the first sentence."""
    if start < _OPENING:
        return True
    before = text[:start]
    return start < _FIRST and bool(_ON.search(before)) and not _STOP.search(before)


def _is_dateline(text: str, found: FoundDate) -> bool:
    if found.start <= _GLUED and re.match(r"\s?[:：]\s", text[found.end :]):
        return True
    match = _DATELINE.match(text)
    return match is not None and match.start("date") <= found.end <= match.end("date") + 1


def tells_issue(text: str, day: int) -> bool:
    """Say whether the words behind a day that ends at `day` tell that a text was issued on it."""
    return bool(_ISSUES.match(text[day : day + _SENTENCE]))
