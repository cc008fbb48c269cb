"""GB/T 7714-2015, the Chinese standard for references, for electronic resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.exports.names import PersonName, part_name

if TYPE_CHECKING:
    from documents.exports.citation import Citation

# The letters of the standard's annex B: report, newspaper, standard or policy text; all on line.
_TYPES = {"report": "R", "brief": "R", "news": "N", "release": "EB", "policy": "S"}
AUTHORS_SHOWN = 3


def to_gbt7714(citation: Citation) -> str:
    """Return the reference on one line."""
    parts = [f"{_authors(citation)}{_title(citation)}[{_TYPES.get(citation.kind, 'EB')}/OL]."]
    issued = _issued(citation)
    if issued:
        parts.append(f"{issued}[{citation.retrieved_on.isoformat()}].")
    else:
        parts.append(f"[{citation.retrieved_on.isoformat()}].")
    parts.append(f"{citation.address}.")
    return " ".join(parts)


def _authors(citation: Citation) -> str:
    names = [_name(part_name(name)) for name in citation.authors]
    if not names:
        return f"{citation.publisher}. " if citation.publisher else ""
    if len(names) > AUTHORS_SHOWN:
        names = [*names[:AUTHORS_SHOWN], "等" if citation.is_chinese else "et al"]
    return f"{', '.join(names)}. "


def _name(name: PersonName) -> str:
    """Return capitals for a Latin family name and initials without stops, as section 8.1 has it."""
    if name.is_han:
        return f"{name.family}{name.given}"
    return f"{name.family.upper()} {name.initials.replace('.', '')}".strip()


def _title(citation: Citation) -> str:
    details = ", ".join(part for part in (citation.series, citation.number) if part)
    return f"{citation.title}: {details}" if details else citation.title


def _issued(citation: Citation) -> str:
    publisher = citation.publisher if citation.authors else ""
    when = f"({citation.iso_date})" if len(citation.iso_date) == 10 else citation.iso_date
    if publisher and when:
        return f"{publisher}, {citation.year}{when if when.startswith('(') else ''}"
    return publisher or when
