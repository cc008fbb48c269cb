"""Chicago Manual of Style, 17th edition, bibliography form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.exports.citation import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from documents.exports.citation import Citation
    from documents.exports.names import PersonName


LISTED, LISTED_OF_MANY = 10, 7
"""Up to ten authors are all listed; of more the first seven and "et al."."""


def to_chicago(citation: Citation) -> str:
    """Return the entry on one line; only the first author is inverted.

    The day of access is given for an undated text only, as the manual asks.
    """
    parts = [
        _creators(citation.creators),
        f"“{citation.title}.”",
        " ".join(part for part in (citation.series, citation.number) if part),
        ", ".join(part for part in (citation.carrier, _date(citation)) if part),
        "" if citation.dated_on else f"Accessed {_day(citation.retrieved_on)}",
    ]
    entry = " ".join(part if part.endswith((".", "”")) else f"{part}." for part in parts if part)
    return f"{entry} {citation.address}."


def _creators(names: Sequence[PersonName]) -> str:
    shown = names if len(names) <= LISTED else names[:LISTED_OF_MANY]
    listed = [name.inverted if at == 0 else name.natural for at, name in enumerate(shown)]
    if len(names) > LISTED:
        return f"{', '.join(listed)}, et al."
    if len(listed) > 1:
        return f"{', '.join(listed[:-1])}, and {listed[-1]}"
    return "".join(listed)


def _date(citation: Citation) -> str:
    dated_on = citation.dated_on
    if dated_on is None:
        return "n.d."
    month = MONTHS[dated_on.month - 1]
    return {
        "year": f"{dated_on.year}",
        "month": f"{month} {dated_on.year}",
    }.get(citation.precision, _day(dated_on))


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
