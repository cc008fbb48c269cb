"""Tantivy by itself, doing the work of a whole search: the floor of the benchmark."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import tantivy

from tests.benchmarks.corpus import records

if TYPE_CHECKING:
    from pathlib import Path

FACETS = ("kind", "source", "year", "region", "cluster", "theme", "instrument")


class RawTantivy:
    """Its own analyser, stored bodies, its own query parser and snippets, its aggregations."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("title", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("body", stored=True, tokenizer_name="en_stem")
        for name in FACETS:
            builder.add_text_field(name, tokenizer_name="raw", fast=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))

    def fill(self, count: int) -> None:
        writer = self._index.writer(256_000_000, 2)
        for made in records(count):
            document = tantivy.Document()
            document.add_text("title", made.title)
            document.add_text("body", made.body)
            document.add_text("kind", made.kind)
            document.add_text("source", str(made.source))
            document.add_text("year", str(made.sorted_on.year))
            for facet, number in made.topics:
                document.add_text(facet, str(number))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, text: str) -> tuple[int, list[str], dict[str, Any]]:
        """Return the total, twenty marked snippets and the counts of every facet."""
        searcher = self._index.searcher()
        query = self._parsed(text)
        found = searcher.search(query, 20)
        snippets = tantivy.SnippetGenerator.create(searcher, query, self._schema, "body")
        shown = [
            snippets.snippet_from_doc(searcher.doc(address)).to_html() for _, address in found.hits
        ]
        asked = {name: {"terms": {"field": name, "size": 1000}} for name in FACETS}
        total = found.count  # type: ignore[attr-defined]  # the stub of the package lacks it
        return total, shown, searcher.aggregate(query, asked)

    def _parsed(self, text: str) -> Any:
        if text.endswith("*"):
            pattern = f"{text[:-1]}.*"
            return tantivy.Query.regex_query(self._schema, "body", pattern)
        words = text.split()
        if '"' not in text and not {"OR", "NOT"} & set(words):
            text = " AND ".join(words)
        text = text.replace(" NOT ", " AND NOT ")
        return self._index.parse_query(text, ["body", "title"])
