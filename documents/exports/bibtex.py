"""BibTeX, as biber and bibtex read it: UTF-8, special characters escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.exports.citation import Citation
    from documents.exports.names import PersonName

_TYPES = {"report": "techreport", "brief": "techreport"}
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_ESCAPED = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


def to_bibtex(citation: Citation) -> str:
    """Return one entry; a report without an institution is no techreport, which demands one."""
    entry = _TYPES.get(citation.kind, "misc") if citation.publisher else "misc"
    publisher = "institution" if entry == "techreport" else "publisher"
    fields = {
        "author": " and ".join(_author(name) for name in citation.creators),
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


def _author(name: PersonName) -> str:
    """Return a name that BibTeX cannot take for two: a name without a comma stands in braces."""
    escaped = _escape(name.inverted)
    return escaped if name.given and not name.is_han else f"{{{escaped}}}"


def _month(citation: Citation) -> str:
    if citation.dated_on is None or citation.precision == "year":
        return ""
    return str(citation.dated_on.month)


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match[0], f"\\{match[0]}"), text)
