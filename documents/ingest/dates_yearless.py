"""Sets days that a page prints without their year in the year in which it was posted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from documents.ingest.dates_body import tells_issue
from documents.ingest.dates_words import READ, fact_of
from documents.ingest.draft import DatedFact
from documents.ingest.lines import Line
from documents.ingest.phrases import compile_phrases
from documents.text.dates import FoundDate, find_yearless

EARLIER = "day of an earlier version"
TOLD = "day without a year in the first lines"
UNTIL = "last day without a year"
_CORRECTION = re.compile(
    r"^\W*(?:(?:corrections?|clarification|editor.s note|berichtigung|rectificatif)\b|更正|勘误)",
    re.IGNORECASE,
)
# "本报3月9日讯", "BEIJING, April 14 (Xinhua)": the day of the report, not of what it tells.
_REPORTED = re.compile(r"\s?(?:[电讯]|(?:[(（/][A-Z][\w .&]{1,40}[)）/]\s?)?(?:-{1,2}|–|—)\s)")
# "26日，市政府召开…": the day of a month that the page names elsewhere.
_BARE = re.compile(
    r"(?<![月\d年])(?P<d>[12]?\d|3[01])日(?=[，,]|[上下中]午|早|晚|凌晨|在|起|从|举行|召开|发布|印发|公布|启动|开)"
)
_UNTIL = compile_phrases("dates", "until")
_READ_FIRST = 200  # characters of a report in which it tells its day
_HALF_YEAR = 183  # days before posting from which a last day lies in the next year


def yearless_dates(
    body: Sequence[Line], tail: Sequence[Line], published: DatedFact | None
) -> list[DatedFact]:
    """Give the days without a year of the first paragraph, of last days and of corrections."""
    if published is None or len(published.iso) < len("2023-06-13"):
        return []
    posted = date.fromisoformat(published.iso[:10])
    lines = [*body, *tail]
    return [
        *next(filter(None, ([*_told(line, posted)] for line in body[:2])), []),
        *(fact for line in body for fact in _last_days(line, posted)),
        *(fact for line in lines for fact in _earlier(line, posted)),
    ]


def _told(line: Line, posted: date) -> Iterator[DatedFact]:
    """Read the days that open a report ("HANGZHOU, June 13", "9月28日"), at most two."""
    text = line.text[:_READ_FIRST]
    days = [found for found in find_yearless(text, posted.year) if found.iso <= str(posted)]
    reported = [found for found in days[:1] if _REPORTED.match(text, found.end)]
    for found in days[: 2 if reported else 1]:
        role = "issued" if tells_issue(text, found.end) else "event"
        yield fact_of(found, role, line, TOLD)
    if len(days) == len(reported):
        yield from _bare(text, line, posted)


def _bare(text: str, line: Line, posted: date) -> Iterator[DatedFact]:
    """Read a day of the month alone, that of posting or the one before."""
    if match := _BARE.search(text):
        day = int(match["d"])
        month = posted.year * 12 + posted.month - 1 - (day > posted.day)
        iso = f"{month // 12}-{month % 12 + 1:02d}-{day:02d}"
        found = FoundDate(iso, "day", match[0], match.start(), match.end())
        yield fact_of(found, "event", line, TOLD)


def _last_days(line: Line, posted: date) -> Iterator[DatedFact]:
    """Read the last day for an answer ("公告期至4月29日"), which follows that of posting."""
    for match in _UNTIL.finditer(line.text[:READ]):
        written = next(filter(None, match.groupdict().values()))
        for found in find_yearless(written, posted.year):
            days = (date.fromisoformat(found.iso) - posted).days
            if days >= 0:
                yield fact_of(found, "deadline", line, UNTIL)
            elif days < -_HALF_YEAR:
                later = replace(found, iso=f"{posted.year + 1}{found.iso[4:]}")
                yield fact_of(later, "deadline", line, UNTIL)


def _earlier(line: Line, posted: date) -> Iterator[DatedFact]:
    """Read the days of earlier versions that a note of correction names."""
    if _CORRECTION.match(line.text):
        for found in find_yearless(line.text[:READ], posted.year):
            if found.iso <= str(posted):
                yield fact_of(found, "other", line, EARLIER)
