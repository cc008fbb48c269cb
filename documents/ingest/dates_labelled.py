"""Reads the dates behind labels: each has the role of its label, and of the labels beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.ingest.date_ranges import find_range
from documents.ingest.dates_words import by_words, fact_of
from documents.ingest.draft import DatedFact
from documents.ingest.labels import ARCHIVED, Pair, before_labels
from documents.text.dates import Order, find_dates

SAVED = "date before the page"
ISSUE = "issue date of a paper"
# The role of a date behind a label of each field.
_ROLES = {
    name: name for name in ("posted", "updated", "issued", "effective", "expires", "deadline")
} | {
    "archived": "other",
    "history": "other",
    "planned": "other",
    "held": "event",
    ARCHIVED: "posted",
}
ISSUED = re.compile(r"^(?:issue date|date issued|date of issue)\b", re.IGNORECASE)
_WHEN = re.compile(r"(?:date|time|when|datum|日期|时间)", re.IGNORECASE)
_BESIDE = 3  # lines from the label of a day to that of the place where one met
# "2020-11" behind other words; a year that is all a label says.
_LESS_THAN_DAY = re.compile(
    r"(?:^|[\s,(])(?P<month>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))\)?$|^(?P<year>(?:19|20)\d\d)年?$"
)


def labelled_dates(pairs: Sequence[Pair], order: Order) -> list[DatedFact]:
    """Give the dated facts that labels state, in the order of the page."""
    places = [pair.line.at for pair in pairs if pair.field == "venue"]
    facts = []
    for pair in pairs:
        near = any(0 <= at - pair.line.at <= _BESIDE for at in places)
        held = near and _WHEN.fullmatch(pair.label)
        facts += _of_pair(replace(pair, field="held") if held else pair, order)
    return facts


def _of_pair(pair: Pair, order: Order) -> list[DatedFact]:
    dates, role, facts = find_dates(pair.value, order), _ROLES.get(pair.field, ""), []
    rule = _rule_of(pair)
    if not role and pair.field in ("source", "author", "editor"):
        role = "posted"
        if before := find_dates(before_labels(pair.line.text), order):
            dates, rule = before, "date under the title"  # "3 June · Source: No. 23, June 6"
    elif role == "posted":
        facts = [fact for fact in by_words(pair.line, order) if fact.role == "other"]
    elif role == "event" and (days := find_range(pair.value, order)):
        dates = [days]
    if role and not dates and (less := _LESS_THAN_DAY.search(pair.value)):
        iso, line = less["month"] or less["year"], pair.line
        precision = "month" if less["month"] else "year"
        return [*facts, DatedFact(role, iso, precision, iso, line.at, line.text, rule)]
    return facts + [fact_of(found, role, pair.line, rule) for found in dates[:1] if role]


def _rule_of(pair: Pair) -> str:
    if pair.field == ARCHIVED:
        return SAVED
    return ISSUE if ISSUED.match(pair.label) else f"label “{pair.label}”"
