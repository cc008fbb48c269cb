"""CSL-JSON, which citation processors and Zotero read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from documents.exports.names import part_name

if TYPE_CHECKING:
    from documents.exports.citation import Citation

_TYPES = {"report": "report", "brief": "report", "news": "article-newspaper", "policy": "report"}


def to_csl_json(citation: Citation) -> str:
    """Return a list of one item, indented."""
    item: dict[str, Any] = {
        "id": citation.key,
        "type": _TYPES.get(citation.kind, "webpage"),
        "title": citation.title,
        "author": [_author(name) for name in citation.authors],
        "publisher": citation.publisher,
        "collection-title": citation.series,
        "number": citation.number,
        "issued": _parts(citation.iso_date),
        "accessed": _parts(citation.retrieved_on.isoformat()),
        "language": citation.language,
        "URL": citation.address,
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2) + "\n"


def _author(name: str) -> dict[str, str]:
    parted = part_name(name)
    if not parted.given:
        return {"literal": parted.family}
    return {"family": parted.family, "given": parted.given}


def _parts(iso_date: str) -> dict[str, list[list[int]]] | None:
    if not iso_date:
        return None
    return {"date-parts": [[int(part) for part in iso_date.split("-")]]}
