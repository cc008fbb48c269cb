"""Chicago Manual of Style, 17th edition, bibliography form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.exports.citation import MONTHS
from documents.exports.names import PersonName, part_name

if TYPE_CHECKING:
    from documents.exports.citation import Citation


def to_chicago(citation: Citation) -> str:
    """Return the entry on one line; only the first author is inverted."""
    parts = [_authors(citation) or citation.publisher, f"“{citation.title}.”"]
    parts.append(" ".join(part for part in (citation.series, citation.number) if part))
    parts.append(_issued(citation))
    entry = " ".join(part if part.endswith((".", "”")) else f"{part}." for part in parts if part)
    return f"{entry} {citation.address}."


def _authors(citation: Citation) -> str:
    names = [part_name(name) for name in citation.authors]
    if not names:
        return ""
    listed = [names[0].inverted, *(_natural(name) for name in names[1:])]
    if len(listed) == 1:
        return listed[0]
    return f"{', '.join(listed[:-1])}, and {listed[-1]}"


def _natural(name: PersonName) -> str:
    if name.is_han or not name.given:
        return f"{name.family}{name.given}"
    return f"{name.given} {name.family}"


def _issued(citation: Citation) -> str:
    publisher = citation.publisher if citation.authors else ""
    return ", ".join(part for part in (publisher, _date(citation)) if part)


def _date(citation: Citation) -> str:
    dated_on = citation.dated_on
    if dated_on is None:
        return "n.d."
    month = MONTHS[dated_on.month - 1]
    return {
        "year": f"{dated_on.year}",
        "month": f"{month} {dated_on.year}",
    }.get(citation.precision, f"{month} {dated_on.day}, {dated_on.year}")
