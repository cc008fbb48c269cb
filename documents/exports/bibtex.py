"""BibTeX, as biber and bibtex read it: UTF-8, special characters escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.exports.names import part_name

if TYPE_CHECKING:
    from documents.exports.citation import Citation

_TYPES = {"report": "techreport", "brief": "techreport"}
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_ESCAPED = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


def to_bibtex(citation: Citation) -> str:
    """Return one entry."""
    entry = _TYPES.get(citation.kind, "misc")
    publisher = "institution" if entry == "techreport" else "publisher"
    fields = {
        "author": " and ".join(_braced(name) for name in _authors(citation)),
        "title": f"{{{_escape(citation.title)}}}",
        publisher: _escape(citation.publisher),
        "type": _escape(citation.series),
        "number": _escape(citation.number),
        "year": citation.year,
        "month": _month(citation),
        "url": citation.address.replace("}", "%7D").replace("{", "%7B"),
        "urldate": citation.retrieved_on.isoformat(),
        "language": {"en": "english", "zh": "chinese", "de": "german"}.get(citation.language, ""),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{entry}{{{citation.key},\n" + ",\n".join(lines) + "\n}\n"


def _authors(citation: Citation) -> list[str]:
    names = [_escape(part_name(name).inverted) for name in citation.authors]
    if names or not citation.publisher:
        return names
    return [f"{{{_escape(citation.publisher)}}}"]


def _braced(name: str) -> str:
    """Return a name that BibTeX cannot take for two: a Chinese name has no comma."""
    return name if "," in name or name.startswith("{") else f"{{{name}}}"


def _month(citation: Citation) -> str:
    if citation.dated_on is None or citation.precision == "year":
        return ""
    return str(citation.dated_on.month)


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match[0], f"\\{match[0]}"), text)
