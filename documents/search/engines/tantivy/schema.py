"""How an entry is laid down in tantivy: our terms joined by blanks, facets as fast columns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import tantivy

from documents.search.record import DIRECT, FACETS, ROUGH
from documents.search.terms import POSITIONED, WORD_FIELDS

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from documents.search.record import IndexRecord

SCHEMA_VERSION = "2"
TOKENIZER = "terms"
FOREVER = 2**62
ID_BITS = 36
UNDATED = 9_999_999
LAST_DAY = 800_000
ALL = "all"
"""Names the columns that hold the values of every facet, so that one pass counts them all.

Counting one column takes half the time of counting four that hold as much.
"""


def columns_of(facet: str, *, reads_licensed: bool) -> tuple[str, ...]:
    """Return the columns that hold the values of a facet, or of ALL, which a viewer may see."""
    public, restricted = f"facet_{facet}", f"restricted_facet_{facet}"
    return (public, restricted) if reads_licensed else (public,)


@cache
def schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in POSITIONED:
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option="position")
    for name in WORD_FIELDS.values():
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option="basic")
    for name in (*FACETS, DIRECT, ROUGH):
        for column in columns_of(name, reads_licensed=True):
            builder.add_text_field(column, tokenizer_name="raw", fast=True, index_option="basic")
    for column in columns_of(ALL, reads_licensed=True):
        builder.add_text_field(column, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("document_id", indexed=True, fast=True)
    for name in ("visible_from", "visible_until", "day", "newest", "oldest"):
        builder.add_integer_field(name, fast=True)
    builder.add_float_field("recency", fast=True)
    builder.add_text_field("stamp", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def open_index(folder: Path) -> Any:
    index = tantivy.Index(schema(), path=str(folder))
    splitter = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(TOKENIZER, splitter)
    index.config_reader(reload_policy="manual")
    return index


def moment(when: datetime | None) -> int:
    """Return a moment in microseconds; None is the end of time."""
    return FOREVER if when is None else round(when.timestamp() * 1_000_000)


def day_number(day: date | None) -> int:
    return day.toordinal() if day else 0


def to_document(record: IndexRecord) -> Any:
    """Return an entry as tantivy takes it."""
    document = tantivy.Document()
    for name, terms in record.terms.items():
        document.add_text(name, " ".join(terms))
    held = (record.facets, record.restricted_facets)
    for name in (*FACETS, DIRECT, ROUGH):
        for column, facets in zip(columns_of(name, reads_licensed=True), held, strict=True):
            for value in facets.get(name, ()):
                document.add_text(column, value)
    for column, facets in zip(columns_of(ALL, reads_licensed=True), held, strict=True):
        for name in FACETS:
            for value in facets.get(name, ()):
                document.add_text(column, f"{name}:{value}")
    document.add_integer("document_id", record.document_id)
    document.add_integer("visible_from", moment(record.visible_from))
    document.add_integer("visible_until", moment(record.visible_until))
    day = day_number(record.sorted_on)
    document.add_integer("day", day)
    document.add_integer("newest", (day << ID_BITS) + record.document_id)
    document.add_integer("oldest", ((day or UNDATED) << ID_BITS) + record.document_id)
    document.add_float("recency", 0.01 * day / LAST_DAY)
    document.add_text("stamp", f"{record.document_id} {record.part} {record.digest}")
    return document
