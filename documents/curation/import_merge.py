"""Brings a new text into a record without touching what a curator changed in it."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from documents.curation.entry import Entry, entry_of, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.models import Document

# Values that mean one thing together.
_SOURCE = ("source_id", "source_name", "source_basis")


def digests_of(document: Document) -> dict[str, str]:
    """Return a digest of each value of a record, by the name of the field."""
    entry = entry_of(document)
    return {field.name: _digest(getattr(entry, field.name)) for field in fields(Entry)}


def merge(document: Document, new: Entry, read_as: Mapping[str, str]) -> tuple[Entry, list[str]]:
    """Return the entry to store, and the names of fields that stay as a curator set them.

    `read_as` holds the digests of the values as the last import left them.
    """
    stored, wanted = in_order(entry_of(document)), in_order(new)
    curators = _not_brought(new)
    kept = [
        field.name
        for field in fields(Entry)
        if field.name in curators
        or _digest(getattr(stored, field.name)) != read_as.get(field.name, "")
    ]
    if set(kept) & set(_SOURCE) or _same_source(stored, wanted, document):
        kept = [*(name for name in kept if name not in _SOURCE), *_SOURCE]
    changed = [
        name
        for name in kept
        if name not in (*curators, *_SOURCE) and getattr(stored, name) != getattr(wanted, name)
    ]
    return replace(wanted, **{name: getattr(stored, name) for name in kept}), changed


def _not_brought(new: Entry) -> frozenset[str]:
    """Return the fields that an import does not bring, so that it does not take them away."""
    return frozenset({"tags"} if new.restricted_body else {"tags", "restricted_body"})


def _same_source(stored: Entry, wanted: Entry, document: Document) -> bool:
    if wanted.source_id or not wanted.source_name:
        return wanted.source_id == stored.source_id
    return document.source is not None and document.source.name == wanted.source_name


def _digest(value: Any) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]
