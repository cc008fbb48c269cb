"""APA style, 7th edition: reports, news and web pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.exports.citation import MONTHS
from documents.exports.names import PersonName, part_name

if TYPE_CHECKING:
    from documents.exports.citation import Citation

AUTHORS_SHOWN = 20


def to_apa(citation: Citation) -> str:
    """Return the reference on one line; without an author the publisher stands first."""
    who = _authors(citation) or citation.publisher
    title = _title(citation)
    lead = (
        f"{who.rstrip('.')}. ({_date(citation)}). {title}."
        if who
        else (f"{title}. ({_date(citation)}).")
    )
    publisher = f" {citation.publisher}." if citation.authors and citation.publisher else ""
    return f"{lead}{publisher} {citation.address}"


def _authors(citation: Citation) -> str:
    names = [_name(part_name(name)) for name in citation.authors]
    if len(names) > AUTHORS_SHOWN:
        return f"{', '.join(names[: AUTHORS_SHOWN - 1])}, … {names[-1]}"
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, & {names[-1]}"
    return names[0] if names else ""


def _name(name: PersonName) -> str:
    if name.is_han or not name.given:
        return f"{name.family}{name.given}"
    return f"{name.family}, {name.initials}"


def _title(citation: Citation) -> str:
    details = " ".join(part for part in (citation.series, citation.number) if part)
    return f"{citation.title} ({details})" if details else citation.title


def _date(citation: Citation) -> str:
    dated_on = citation.dated_on
    if dated_on is None:
        return "n.d."
    month = MONTHS[dated_on.month - 1]
    return {
        "year": f"{dated_on.year}",
        "month": f"{dated_on.year}, {month}",
    }.get(citation.precision, f"{dated_on.year}, {month} {dated_on.day}")
