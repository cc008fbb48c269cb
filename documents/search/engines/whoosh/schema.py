"""How an entry is laid down in Whoosh: our terms with their positions, and a column of facts."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec

from documents.search.terms import GAP, POSITIONED, WORD_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.search.record import IndexRecord

SCHEMA_VERSION = "2"


class Positions(formats.Format):  # type: ignore[misc]
    """The positions of a term in one entry, as unsigned integers of four bytes."""

    posting_size = -1


class Terms(fields.FieldType):  # type: ignore[misc]
    """A list of terms that keep their order. Exact lengths are kept in the facts."""

    stored = unique = False
    scorable = True  # else Whoosh asks the file system for a length at every posting

    def __init__(self) -> None:
        self.format = Positions()

    def index(self, value: Sequence[str], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for position, term in enumerate(value):
            places[term].append(position)
        places.pop(GAP[0], None)
        for term, found in places.items():
            yield term.encode(), len(found), float(len(found)), array("I", found).tobytes()


class Words(fields.FieldType):  # type: ignore[misc]
    """A set of words without order."""

    stored = unique = False
    scorable = True  # else Whoosh asks the file system for a length at every posting

    def __init__(self) -> None:
        self.format = formats.Existence()

    def index(self, value: Sequence[str], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        for word in value:
            yield word.encode(), 1, 1.0, b""


def schema() -> Any:
    return fields.Schema(
        document_id=Words(),
        facts=fields.COLUMN(columns.VarBytesColumn()),
        **{name: Terms() for name in POSITIONED},
        **{name: Words() for name in WORD_FIELDS.values()},
    )


def codec() -> Any:
    """Return Whoosh's own codec with long blocks: whole posting lists are read at once."""
    return W3Codec(blocklimit=2048, compression=1)


def to_fields(record: IndexRecord) -> dict[str, Any]:
    """Return an entry as Whoosh takes it."""
    terms = record.terms
    return {
        "document_id": [str(record.document_id)],
        "facts": _facts(record, {name: len(terms.get(name, ())) for name in POSITIONED}),
        **terms,
    }


def _facts(record: IndexRecord, lengths: dict[str, int]) -> bytes:
    until = record.visible_until
    facts = [
        record.document_id,
        record.part,
        record.digest,
        record.visible_from.timestamp(),
        until.timestamp() if until else None,
        record.sorted_on.toordinal() if record.sorted_on else 0,
        list(lengths.values()),
        dict(record.facets),
        dict(record.restricted_facets),
    ]
    return json.dumps(facts, separators=(",", ":")).encode()
