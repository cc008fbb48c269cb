"""How an entry is laid down in Whoosh: our terms with their positions, and a column of facts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from whoosh import columns, fields, formats

from documents.search.terms import POSITIONED, WORD_FIELDS

if TYPE_CHECKING:
    from documents.search.record import IndexRecord

SCHEMA_VERSION = "3"
FACTS = "facts"
"""The column that keeps, entry by entry, whatever is no term."""


class Terms(fields.FieldType):  # type: ignore[misc]
    """A field whose terms the writer lays down itself."""

    stored = unique = scorable = False

    def __init__(self) -> None:
        self.format = formats.Existence()


def schema() -> Any:
    return fields.Schema(
        **{FACTS: fields.COLUMN(columns.VarBytesColumn())},
        **{name: Terms() for name in (*POSITIONED, *WORD_FIELDS.values())},
    )


def facts_of(record: IndexRecord) -> bytes:
    """Return what a snapshot reads of an entry: identity, moments, lengths and facets."""
    until = record.visible_until
    facts = [
        record.document_id,
        record.part,
        record.digest,
        record.visible_from.timestamp(),
        until.timestamp() if until else None,
        record.sorted_on.toordinal() if record.sorted_on else 0,
        [len(record.terms.get(name, ())) for name in POSITIONED],
        dict(record.facets),
        dict(record.restricted_facets),
    ]
    return json.dumps(facts, separators=(",", ":")).encode()
