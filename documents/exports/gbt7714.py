"""GB/T 7714-2015, the Chinese standard for references, for electronic resources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.exports.citation import Citation
    from documents.exports.names import PersonName

# The letters of the standard's annex B: report, newspaper, electronic bulletin; all are on line.
_TYPES = {"report": "R", "brief": "R", "news": "N"}
_BULLETIN, _STANDARD = "EB", "S"
_NUMBER_OF_STANDARD = re.compile(r"^(?:GB|DB\d*|HJ|JB|JGJ|CJJ|ISO|IEC)(?:/[TZ])?\s*\d")
AUTHORS_SHOWN = 3


def to_gbt7714(citation: Citation) -> str:
    """Return the reference on one line; an undated text says so, as section 8.5 has it."""
    issued = f"{_issued(citation)}[{citation.retrieved_on.isoformat()}]."
    return " ".join(
        [
            f"{_creators(citation)}{_title(citation)}[{_type(citation)}/OL].",
            issued,
            f"{citation.address}.",
        ]
    )


def _type(citation: Citation) -> str:
    if _NUMBER_OF_STANDARD.match(citation.number):
        return _STANDARD
    return _TYPES.get(citation.kind, _BULLETIN)


def _creators(citation: Citation) -> str:
    names = [_name(name) for name in citation.creators]
    if not names:
        return ""
    if len(names) > AUTHORS_SHOWN:
        names = [*names[:AUTHORS_SHOWN], "等" if citation.is_chinese else "et al"]
    return f"{', '.join(names)}. "


def _name(name: PersonName) -> str:
    """Return capitals for a Latin family name and initials without stops, as section 8.1 has it."""
    if name.is_han or not name.given:
        return f"{name.family}{name.given}"
    return f"{name.family.upper()} {name.initials.replace('.', '')}"


def _title(citation: Citation) -> str:
    details = ", ".join(part for part in (citation.series, citation.number) if part)
    return f"{citation.title}: {details}" if details else citation.title


def _issued(citation: Citation) -> str:
    """Return who carried it and when: the year after a publisher, the exact date in brackets.

    Of a newspaper the whole date stands where a book has its year.
    """
    carrier, date = citation.carrier, citation.iso_date
    if not date:
        unknown = "[日期不详]" if citation.is_chinese else "[n.d.]"
        return f"{carrier}, {unknown}" if carrier else unknown
    exact = "" if date == citation.year else f"({date})"
    if carrier and citation.kind == "news":
        return f"{carrier}, {date}"
    if carrier:
        return f"{carrier}, {citation.year}{exact}"
    return exact or date
