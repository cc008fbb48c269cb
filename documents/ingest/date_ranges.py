"""Finds the days from and to of an event: "7 - 8 November 2024", "March 23-25, 2019"."""

from __future__ import annotations

import re

from documents.text.dates import FoundDate, Order, find_dates

_DAY = (
    r"(?:\d{1,2}\.? [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}|"
    r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)"
)
_WHOLE = re.compile(rf"^\W*{_DAY}\s?(?:-|–|—|to|bis|至|~)\s?{_DAY}\W*$")
_MONTH = r"(?:[A-ZÀ-Þ][a-zà-ÿ]{2,8}|[a-zà-ÿ]{3,9})\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?\s?(?:-|–|—|to|and|bis|und|au|et)\s?"
    r"\d{1,2}(?:\.|st|nd|rd|th)?\s"
    rf"(?P<rest>{_MONTH},?\s{_YEAR})"
)
_MONTH_FIRST = re.compile(
    rf"(?P<rest>{_MONTH}\s\d{{1,2}})\s?(?:-|–|—)\s?\d{{1,2}},?\s(?P<year>{_YEAR})"
)


def find_range(text: str, order: Order) -> FoundDate | None:
    """Give the first day of the days from and to that a line names, None without such."""
    if _WHOLE.match(text):
        return next(iter(find_dates(text, order)), None)
    if match := _DAY_FIRST.search(text):
        return next(iter(find_dates(f"{match['day']} {match['rest']}", order)), None)
    if match := _MONTH_FIRST.search(text):
        return next(iter(find_dates(f"{match['rest']}, {match['year']}", order)), None)
    return None
