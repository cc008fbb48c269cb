"""CSL-JSON, which citation processors and Zotero read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from documents.exports.citation import Citation
    from documents.exports.names import PersonName

_TYPES = {"report": "report", "brief": "report", "news": "article-newspaper", "policy": "report"}


def to_csl_json(citation: Citation) -> str:
    """Return a list of one item, indented."""
    item: dict[str, Any] = {
        "id": citation.key,
        "type": _TYPES.get(citation.kind, "webpage"),
        "title": citation.title,
        "author": [_author(name) for name in citation.creators],
        "publisher": citation.publisher,
        "container-title": citation.publisher if citation.kind == "news" else "",
        "collection-title": citation.series,
        "number": citation.number,
        "issued": _parts(citation.iso_date),
        "accessed": _parts(citation.retrieved_on.isoformat()),
        "language": citation.language,
        "URL": citation.address,
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2) + "\n"


def _author(name: PersonName) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}


def _parts(iso_date: str) -> dict[str, list[list[int]]] | None:
    if not iso_date:
        return None
    return {"date-parts": [[int(part) for part in iso_date.split("-")]]}
