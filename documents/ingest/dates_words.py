"""Gives the dates of a line the roles of the words before them."""

from __future__ import annotations

import re

from documents.ingest.draft import DatedFact
from documents.ingest.lines import Line
from documents.text.dates import FoundDate, Order, find_dates

READ = 4000  # characters of a line in which dates are looked for
_RECEIVED = re.compile(r"\b(?:received|submitted|eingegangen|reçu)\b|收稿", re.IGNORECASE)
_WORDS = (
    (
        "updated",
        re.compile(
            r"(?:updated?|modified|revised|aktualisiert|geändert|stand|"
            r"mis(?:e)? à jour|更新|修改)\W*(?:on|am|le|vom)?\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "effective",
        re.compile(r"(?:effective|in force|施行|实施|生效)\W*(?:from|on)?\W*$", re.IGNORECASE),
    ),
    (
        "issued",
        re.compile(
            r"(?:issued|adopted|promulgated|passed|印发|成文|通过)\W*(?:on)?\W*$|"
            r"^\W*(?:of|vom|du)\W*$",  # "of 6 December 2022", the line of an act
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            r"^\W*(?:post on|date post|upload(?:ed)?|print(?:ed)?)\W*(?:on|date)?\W*$|"
            r"(?:今天|现在|今日)是?\W*$|\b(?:today(?:’s|'s)?(?: is| date)?)\W*$|"
            r"(?:received|accepted|revised|submitted|correction|reçu|eingegangen|收稿|修回|录用)\W*(?:on|am|le)?\W*$",
            re.IGNORECASE,
        ),
    ),
)


def by_words(line: Line, order: Order) -> list[DatedFact]:
    """Give each date of a line the role of the words before it; the first without is posted."""
    facts: list[DatedFact] = []
    end = 0
    for found in find_dates(line.text[:READ], order):
        before = line.text[end : found.start]
        role = next((role for role, form in _WORDS if form.search(before)), "")
        role = "other" if role == "updated" and _RECEIVED.search(line.text[:end]) else role
        if role or not any(fact.role != "other" for fact in facts):
            facts.append(fact_of(found, role or "posted", line, "date under the title"))
        end = found.end
    return facts


def fact_of(found: FoundDate, role: str, line: Line, rule: str) -> DatedFact:
    return DatedFact(role, found.iso, found.precision, found.raw, line.at, line.text, rule)
