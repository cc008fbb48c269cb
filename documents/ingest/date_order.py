"""Decides how a page's slashed dates read: the day first or the month first."""

from __future__ import annotations

import re

from documents.ingest.dates_words import READ
from documents.ingest.lines import PageText, edges_of
from documents.text.dates import FoundDate, Order, find_dates, find_yearless, reads_two_ways
from documents.text.language import guess_language


def guess_order(page: PageText) -> Order:
    """Decide how slashed dates read: by those that have one reading, then by dates in words."""
    slashed = [found for found in _all_dates(page) if "/" in found.raw]
    sure = [
        found
        for found in slashed
        if re.match(r"\d{1,2}\s?/", found.raw) and not reads_two_ways(found)
    ]
    for found in sure:
        first, second = (int(part) for part in re.findall(r"\d+", found.raw)[:2])
        if first != second:
            return "day first" if first > 12 else "month first"
    doubtful = [found for found in slashed if reads_two_ways(found)]
    return _order_by_words(page, doubtful[0]) if doubtful else "month first"


def _all_dates(page: PageText) -> list[FoundDate]:
    near = edges_of(page.lines)
    return [found for line in near for found in find_dates(line.text[:READ])]


def _order_by_words(page: PageText, doubtful: FoundDate) -> Order:
    """Take the reading that lies within a month after a day that the text names in words."""
    first, second, year = (int(part) for part in re.findall(r"\d+", doubtful.raw)[:3])
    near = edges_of(page.lines)
    named = {one.iso[:10] for line in near for one in find_yearless(line.text[:READ], year)}
    named |= {one.iso[:10] for one in _all_dates(page) if one.raw != doubtful.raw}
    months = [
        int(iso[5:7]) * 31 + int(iso[8:10])
        for iso in named
        if iso[:4] == str(year) and len(iso) == 10
    ]
    distance = {
        "month first": min((abs(first * 31 + second - day) for day in months), default=999),
        "day first": min((abs(second * 31 + first - day) for day in months), default=999),
    }
    if distance["month first"] != distance["day first"]:
        return "month first" if distance["month first"] < distance["day first"] else "day first"
    chrome = " ".join(line.text[:READ] for line in near)
    return "day first" if guess_language(chrome) in ("de", "fr") else "month first"
