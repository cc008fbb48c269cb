"""The tantivy engine. Its writer is alone by tantivy's own lock; ours makes writers queue."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING, Any

import tantivy

from documents.search.engines.base import (
    MONTH,
    EngineHit,
    EngineResults,
    Entry,
    IndexUnusableError,
)
from documents.search.engines.stamp import check_stamp, write_stamp
from documents.search.engines.tantivy.compiling import Compiler, above, all_of, between
from documents.search.engines.tantivy.schema import (
    ALL,
    SCHEMA_VERSION,
    columns_of,
    open_index,
    to_document,
)
from documents.search.record import FACETS
from documents.search.scoring import is_coarse, is_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from documents.search.engines.base import EngineQuery
    from documents.search.record import IndexRecord

HEAP_BYTES = 128_000_000
MANY = 500
MOST_VALUES = 65_000


class TantivyEngine:
    """One index in one folder."""

    def __init__(self, folder: Path) -> None:
        """Open the index in the folder; raise IndexUnusableError when it cannot be searched."""
        check_stamp(folder, SCHEMA_VERSION)
        self._meta = folder / "meta.json"
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        try:
            self._index = open_index(folder)
        except (OSError, ValueError) as error:
            message = f"The index {folder.name} is missing or broken."
            raise IndexUnusableError(message) from error

    @classmethod
    def create(cls, folder: Path) -> TantivyEngine:
        """Make an empty index in a new folder."""
        folder.mkdir(parents=True)
        open_index(folder)
        write_stamp(folder, SCHEMA_VERSION)
        return cls(folder)

    def replace(self, document_ids: Iterable[int], records: Iterable[IndexRecord]) -> None:
        gone, new = list(document_ids), list(records)
        if not gone and not new:
            return
        writer = self._writer(threads=2 if len(new) > MANY else 1)
        try:
            for document_id in gone:
                writer.delete_documents_by_term("document_id", document_id)
            for record in new:
                writer.add_document(to_document(record))
            writer.commit()
        finally:
            writer.wait_merging_threads()

    def _writer(self, threads: int) -> Any:
        """Return a writer that meets no file of a process killed before its commit was noted.

        A list of deletions is named by the number of its commit, which such a process left unused:
        the next commit takes the same name, and tantivy refuses to write over a file.
        """
        try:
            writer = self._index.writer(HEAP_BYTES, threads)
        except ValueError as error:
            message = "Another process is writing to the index."
            raise TimeoutError(message) from error
        writer.garbage_collect_files()
        return writer

    def search(self, query: EngineQuery) -> EngineResults:
        return _Answer(self._searcher(), query).results()

    def scan(self, query: EngineQuery, after: int) -> list[int]:
        return _Answer(self._searcher(), query).ids_above(after)

    def words(self, prefix: str, most: int) -> list[str]:
        held = self._searcher().terms_with_prefix("words", prefix)
        return sorted(word for word, _ in held)[:most]

    def entries(self) -> Iterator[Entry]:
        searcher = self._searcher()
        if not searcher.num_docs:
            return
        found = searcher.search(
            tantivy.Query.all_query(), limit=searcher.num_docs, count=False, order_by_field="newest"
        )
        for _, address in found.hits:
            [stamp] = searcher.doc(address)["stamp"]
            document_id, part, digest = stamp.split()
            yield Entry(int(document_id), part, digest)

    def make_ready(self) -> None:
        """Nothing is left to do after a filling."""

    def close(self) -> None:
        """Let go of the index; tantivy closes its files with its last searcher."""

    def _searcher(self) -> Any:
        """Return a searcher of the newest state, reloaded only when that changed."""
        with self._lock:
            try:
                status = self._meta.stat()
            except OSError as error:
                message = "The index is missing."
                raise IndexUnusableError(message) from error
            state = (status.st_mtime_ns, status.st_ino)
            if state != self._seen:
                self._index.reload()
                self._seen = state
            return self._index.searcher()


class _Answer:
    """The answer to one query by one searcher."""

    def __init__(self, searcher: Any, query: EngineQuery) -> None:
        self._searcher = searcher
        self._query = query
        self._compiler = Compiler(searcher, query)
        self._matched = [self._compiler.run(query.tree), self._compiler.visible()]
        self._filters = {
            facet: self._compiler.holding(facet, values) for facet, values in query.filters.items()
        }
        if query.date_from or query.date_to:
            self._filters["year"] = between(query.date_from, query.date_to)

    def results(self) -> EngineResults:
        whole = all_of([*self._matched, *self._filters.values()])
        found = self._search(whole)
        return EngineResults(total=found.count, hits=self._hits(found), counts=self._counts(whole))

    def ids_above(self, after: int) -> list[int]:
        wanted = [*self._matched, *self._filters.values(), above(after)]
        found = self._searcher.search(
            all_of(wanted),
            limit=self._query.size,
            count=False,
            order_by_field="document_id",
            order=tantivy.Order.Asc,
        )
        return [document_id for document_id, _ in found.hits]

    def _search(self, whole: Any) -> Any:
        query = self._query
        sort = query.sort
        if sort == "relevance" and is_level(query.tree):
            sort = "newest"
        if sort == "relevance":
            # Among equals the newest comes first: a weight of less than one in a hundred.
            weighed = "recency" if is_coarse(query.tree) else None
            return self._searcher.search(
                whole, limit=query.size, offset=query.start, weight_by_field=weighed
            )
        return self._searcher.search(
            whole,
            limit=query.size,
            offset=query.start,
            order_by_field=sort,
            order=tantivy.Order.Asc if sort == "oldest" else tantivy.Order.Desc,
        )

    def _hits(self, found: Any) -> tuple[EngineHit, ...]:
        addresses = [address for _, address in found.hits]
        ids = self._searcher.fast_field_values("document_id", addresses) if addresses else []
        return tuple(
            EngineHit(document_id, float(score) if isinstance(score, float) else 0.0)
            for document_id, (score, _) in zip(ids, found.hits, strict=True)
        )

    def _counts(self, whole: Any) -> dict[str, dict[str, int]]:
        """Count most facets in one pass; a chosen one in a pass without its own filter."""
        counted = self._query.counted
        free = [facet for facet in counted if facet in FACETS and facet not in self._filters]
        counts = self._counted_at_once(whole, free) if free else {}
        for facet in counted:
            if facet == MONTH:
                counts[MONTH] = self._months(self._all_but("year"))
            elif facet not in free:
                counts[facet] = self._counted(self._all_but(facet), facet)
        return counts

    def _all_but(self, facet: str) -> Any:
        """Return the query for what passes every filter but that of one facet."""
        others = [query for name, query in self._filters.items() if name != facet]
        return all_of([*self._matched, *others])

    def _months(self, query: Any) -> dict[str, int]:
        asked = {"days": {"terms": {"field": "day", "size": MOST_VALUES}}}
        counts: dict[str, int] = {}
        for bucket in self._searcher.aggregate(query, asked)["days"]["buckets"]:
            if day := int(bucket["key"]):
                month = date.fromordinal(day).isoformat()[:7]
                counts[month] = counts.get(month, 0) + int(bucket["doc_count"])
        return counts

    def _counted_at_once(self, query: Any, facets: list[str]) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        for key, number in self._counted(query, ALL).items():
            facet, _, value = key.partition(":")
            if facet in counts:
                counts[facet][value] = number
        return counts

    def _counted(self, query: Any, facet: str) -> dict[str, int]:
        columns = columns_of(facet, reads_licensed=self._query.reads_licensed)
        asked = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in columns}
        answer = self._searcher.aggregate(query, asked)
        counts: dict[str, int] = {}
        for column in columns:
            for bucket in answer[column]["buckets"]:
                value, number = str(bucket["key"]), int(bucket["doc_count"])
                counts[value] = counts.get(value, 0) + number
        return counts
