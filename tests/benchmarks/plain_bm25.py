"""Ranks a judged collection by plain BM25, as tantivy has it: one field, no weights."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import tantivy

from documents.search.evaluating import COMMON, DEPTH, Collection, Ranked
from documents.text.analysis import HAN, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_RUN = re.compile(f"([{HAN}]+)")


def plain_runs(collection: Collection) -> dict[str, list[Ranked]]:
    """Return the first hundred records for each question."""
    index, keys = _index(collection), list(collection.documents)
    searcher = index.searcher()
    runs = {}
    for question, text in collection.questions.items():
        found = searcher.search(_any_term(index.schema, text), DEPTH)
        runs[question] = [
            Ranked(question, keys[searcher.doc(address)["at"][0]], rank, score)
            for rank, (score, address) in enumerate(found.hits, start=1)
        ]
    return runs


def terms_of(text: str) -> list[str]:
    """Return the terms of a text: Latin words stemmed, Chinese as pairs that overlap."""
    return [term for piece in _HAN_RUN.split(text) for term in _of_piece(piece)]


def _of_piece(piece: str) -> Iterator[str]:
    if len(piece) > 1 and _HAN_RUN.fullmatch(piece):
        yield from (one + other for one, other in pairwise("".join(stems(piece))))
    else:
        yield from stems(piece)


def _index(collection: Collection) -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace")
    builder.add_integer_field("at", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(64_000_000, 1)
    for at, row in enumerate(collection.documents.values()):
        zones = (row.get(name) or "" for name in ("title", "text", "keywords", "author"))
        document = tantivy.Document()
        document.add_text("text", " ".join(term for zone in zones for term in terms_of(str(zone))))
        document.add_integer("at", at)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _any_term(schema: Any, text: str) -> Any:
    asked = [term for term in terms_of(text) if term not in COMMON]
    return tantivy.Query.boolean_query(
        [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", term)) for term in asked]
    )
