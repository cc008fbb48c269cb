"""APA style, 7th edition: reports, news and web pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.exports.citation import MONTHS

if TYPE_CHECKING:
    from documents.exports.citation import Citation
    from documents.exports.names import PersonName

AUTHORS_SHOWN = 20


def to_apa(citation: Citation) -> str:
    """Return the reference on one line; without a creator the title stands first.

    The day of retrieval is given for an undated text only, as the style asks.
    """
    who, title, issued = _creators(citation), _title(citation), f"({_date(citation)})."
    lead = f"{who.rstrip('.')}. {issued} {title}." if who else f"{title}. {issued}"
    carrier = f" {citation.carrier}." if citation.carrier else ""
    return f"{lead}{carrier} {_retrieved(citation)}{citation.address}"


def _creators(citation: Citation) -> str:
    names = [_name(name) for name in citation.creators]
    if len(names) > AUTHORS_SHOWN:
        return f"{', '.join(names[: AUTHORS_SHOWN - 1])}, … {names[-1]}"
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, & {names[-1]}"
    return names[0] if names else ""


def _retrieved(citation: Citation) -> str:
    if citation.dated_on is not None:
        return ""
    day = citation.retrieved_on
    return f"Retrieved {MONTHS[day.month - 1]} {day.day}, {day.year}, from "


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
