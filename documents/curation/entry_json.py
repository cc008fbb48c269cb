"""The fields of an entry as JSON can hold them, in the history and in the plan of an import."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from documents.curation.entry import DateEntry
from documents.ingest import Author, Caption


def to_plain(value: Any) -> Any:
    """Return the value of a field as JSON can hold it."""
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if isinstance(value, (Author, Caption, DateEntry)):
        return {name: to_plain(one) for name, one in asdict(value).items()}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def from_plain(field: str, value: Any) -> Any:
    """Return the value of a field of that name from what `to_plain` made of it."""
    if isinstance(value, list):
        return tuple(_item(field, one) for one in value)
    return value


def _item(field: str, value: Any) -> Any:
    if field == "authors":
        return Author(value["name"], tuple(value["affiliations"]), value["group"])
    if field == "captions":
        return Caption(**value)
    if field == "dates":
        at = datetime.fromisoformat(value["at"]) if value["at"] else None
        on = date.fromisoformat(value["on"])
        return DateEntry(value["role"], on, value["precision"], value["raw"], at)
    return value
