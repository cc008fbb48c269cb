"""Reads the year that a page's own citation names: the last resort of a paper without a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.ingest.draft import DatedFact
from documents.ingest.lines import Line

CITED = "year in its own citation"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BEFORE = re.compile(rf"\S.*[\s,，.(（]{_YEAR}[a-z]?[)）]?\s?[.,:：]*\s*[\"“‘«《]?$")
_BEHIND = re.compile(rf"^\s?\[[JDMRCN](?:/OL)?\][^\d]{{2,60}}[,，.．]\s?{_YEAR}\s?[,，(（.:：]")


def cited_year(lines: Sequence[Line], title: str) -> list[DatedFact]:
    """Give the year beside the title in a line that cites it, as the day of posting."""
    wanted = title.casefold()
    for line in lines:
        at = line.text.casefold().find(wanted) if wanted else -1
        if at < 0 or len(line.text) == len(title):
            continue
        match = _BEFORE.search(line.text[:at]) or _BEHIND.match(line.text[at + len(title) :])
        if match:
            year = match["year"]
            return [DatedFact("posted", year, "year", year, line.at, line.text, CITED)]
    return []
