"""RIS, the tagged format that reference managers import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.exports.citation import Citation

_TYPES = {"report": "RPRT", "brief": "RPRT", "news": "NEWS", "policy": "GOVDOC"}


def to_ris(citation: Citation) -> str:
    """Return one record with CR LF line ends, as the format demands."""
    fields = [
        ("TY", _TYPES.get(citation.kind, "ELEC")),
        *(("AU", name.inverted) for name in citation.creators),
        ("TI", citation.title),
        ("PB", citation.publisher),
        ("T2", citation.series or (citation.publisher if citation.kind == "news" else "")),
        ("IS", citation.number),
        ("PY", citation.year),
        ("DA", _date(citation)),
        ("LA", citation.language),
        ("UR", citation.address),
        ("Y2", citation.retrieved_on.strftime("%Y/%m/%d")),
        ("ID", citation.key),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _date(citation: Citation) -> str:
    """Return year, month and day with three slashes; unknown parts stay empty."""
    parts = citation.iso_date.split("-") if citation.iso_date else []
    return "/".join([*parts, "", "", ""][:3]) + "/" if parts else ""


def _one_line(value: str) -> str:
    return " ".join(value.split())
