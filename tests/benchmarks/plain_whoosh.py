"""Whoosh used the plain way: its parser, `groupedby`, stored bodies, its own highlighter."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from whoosh import fields, index, qparser, sorting
from whoosh.analysis import StemmingAnalyzer

from tests.benchmarks.corpus import records

if TYPE_CHECKING:
    from pathlib import Path

TOPIC_FACETS = ("region", "cluster", "theme", "instrument")


class PlainWhoosh:
    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        analyser = StemmingAnalyzer(stoplist=None)
        self._schema = fields.Schema(
            title=fields.TEXT(analyser, stored=True, field_boost=1.6),
            body=fields.TEXT(analyser, stored=True),
            **{name: fields.ID(stored=True) for name in ("kind", "source", "year")},
            **{name: fields.KEYWORD(stored=True, commas=True) for name in TOPIC_FACETS},
        )
        self._index = index.create_in(folder, self._schema)
        self._parser = qparser.MultifieldParser(["title", "body"], self._schema)

    def fill(self, count: int) -> None:
        writer = self._index.writer(limitmb=256)
        for made in records(count):
            topics: dict[str, list[str]] = {}
            for facet, number in made.topics:
                topics.setdefault(facet, []).append(str(number))
            writer.add_document(
                title=made.title,
                body=made.body,
                kind=made.kind,
                source=str(made.source),
                year=str(made.sorted_on.year),
                **{facet: ",".join(numbers) for facet, numbers in topics.items()},
            )
        writer.commit()
        self._searcher = self._index.searcher()

    def search(self, text: str) -> tuple[int, list[str], dict[str, Any]]:
        groups: dict[str, Any] = {
            name: sorting.StoredFieldFacet(name) for name in ("kind", "source", "year")
        }
        for name in TOPIC_FACETS:
            groups[name] = sorting.StoredFieldFacet(
                name, allow_overlap=True, split_fn=lambda value: (value or "").split(",")
            )
        query = self._parser.parse(text)
        found = self._searcher.search(query, limit=20, groupedby=groups)
        snippets = [hit.highlights("body") for hit in found[:20]]
        counts = {name: {k: len(v) for k, v in found.groups(name).items()} for name in groups}
        return len(found), snippets, counts
