"""The Whoosh engine: postings on disk, facts in memory, one pass a question."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from whoosh import index
from whoosh.writing import LockError

from documents.search.engines.base import (
    MONTH,
    EngineHit,
    EngineResults,
    Entry,
    IndexUnusableError,
)
from documents.search.engines.stamp import check_stamp, write_stamp
from documents.search.engines.whoosh.evaluation import Evaluation
from documents.search.engines.whoosh.schema import SCHEMA_VERSION, schema
from documents.search.engines.whoosh.snapshot import Snapshot
from documents.search.engines.whoosh.writing import EntryWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from documents.search.engines.base import EngineQuery
    from documents.search.engines.whoosh.evaluation import Mask, Scores
    from documents.search.engines.whoosh.postings import Numbers
    from documents.search.record import IndexRecord

WRITER_WAIT_SECONDS = 10
ATTEMPTS = 5
EPOCH = date(1970, 1, 1).toordinal()


class WhooshEngine:
    """One index in one folder. One process writes at a time; any number read meanwhile."""

    def __init__(self, folder: Path) -> None:
        """Open the index in the folder; raise IndexUnusableError when it cannot be searched."""
        check_stamp(folder, SCHEMA_VERSION)
        self._lock = threading.Lock()
        self._generation = -1
        self._snapshot: Snapshot | None = None
        try:
            self._index = index.open_dir(folder)
        except (OSError, ValueError, index.IndexError, EOFError) as error:
            message = f"The index {folder.name} is missing or broken."
            raise IndexUnusableError(message) from error

    @classmethod
    def create(cls, folder: Path) -> WhooshEngine:
        """Make an empty index in a new folder."""
        folder.mkdir(parents=True)
        index.create_in(folder, schema()).close()
        write_stamp(folder, SCHEMA_VERSION)
        return cls(folder)

    def replace(self, document_ids: Iterable[int], records: Iterable[IndexRecord]) -> None:
        gone, wanted = list(document_ids), list(records)
        if not wanted and not self._current().numbers_of(gone):
            return
        writer = self._writer()
        try:
            # Only now does nobody else write: the numbers are those that the writer knows.
            for number in self._current().numbers_of(gone):
                writer.delete_document(number)
            for record in wanted:
                writer.add_entry(record)
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    def _writer(self) -> EntryWriter:
        try:
            return EntryWriter(self._index, timeout=WRITER_WAIT_SECONDS)
        except LockError as error:
            message = "Another process is writing to the index."
            raise TimeoutError(message) from error

    def search(self, query: EngineQuery) -> EngineResults:
        return _Answer(self._current(), query).results()

    def scan(self, query: EngineQuery, after: int) -> list[int]:
        return _Answer(self._current(), query).ids_above(after)

    def words(self, prefix: str, most: int) -> list[str]:
        return self._current().words(prefix, most)

    def entries(self) -> Iterator[Entry]:
        for document_id, part, digest in self._current().stamps():
            yield Entry(document_id, part, digest)

    def close(self) -> None:
        self._index.close()

    def _current(self) -> Snapshot:
        """Return the newest state of the index, opened only when it changed."""
        with self._lock:
            newest = self._index.latest_generation()
            if self._snapshot is None or newest != self._generation:
                self._snapshot = self._opened()
                self._generation = newest
            return self._snapshot

    def _opened(self) -> Snapshot:
        known = self._snapshot.segments if self._snapshot else {}
        for attempt in range(ATTEMPTS):
            try:
                return Snapshot(self._index.reader(), known)
            except (OSError, EOFError, KeyError) as error:
                # A writer may merge segments away between reading their list and opening them.
                if attempt == ATTEMPTS - 1:
                    message = "The index cannot be read."
                    raise IndexUnusableError(message) from error
        raise AssertionError


class _Answer:
    """The answer to one query on one state of the index."""

    def __init__(self, snapshot: Snapshot, query: EngineQuery) -> None:
        self._snapshot = snapshot
        self._query = query
        self._evaluation = Evaluation(snapshot, query)

    def results(self) -> EngineResults:
        matched, scores = self._evaluation.run(self._query.tree)
        matched = matched & self._evaluation.visible()
        filters = self._filters()
        found = np.logical_and.reduce([matched, *filters.values()])
        return EngineResults(
            total=int(found.sum()),
            hits=self._hits(np.flatnonzero(found), scores),
            counts={
                facet: self._count(facet, _all_but(facet, matched, found, filters))
                for facet in self._query.counted
            },
        )

    def ids_above(self, after: int) -> list[int]:
        matched = self._evaluation.run(self._query.tree).mask & self._evaluation.visible()
        found = np.logical_and.reduce([matched, *self._filters().values()])
        ids = np.sort(self._snapshot.ids[found])
        above: list[int] = ids[ids > after][: self._query.size].tolist()
        return above

    def _filters(self) -> dict[str, Mask]:
        query = self._query
        filters = {
            facet: self._evaluation.holding(facet, values)
            for facet, values in query.filters.items()
        }
        if query.date_from or query.date_to:
            filters["year"] = self._evaluation.between(query.date_from, query.date_to)
        return filters

    def _count(self, facet: str, counted: Mask) -> dict[str, int]:
        if facet == MONTH:
            return self._count_months(counted)
        counts: dict[str, int] = {}
        for pairs in self._evaluation.pairs(facet):
            codes = pairs.codes[counted[pairs.entries]]
            numbers = np.bincount(codes, minlength=len(pairs.names))
            for name, number in zip(pairs.names, numbers.tolist(), strict=True):
                if number:
                    counts[name] = counts.get(name, 0) + number
        return counts

    def _count_months(self, counted: Mask) -> dict[str, int]:
        days = self._snapshot.days[counted]
        dated = (days[days > 0] - EPOCH).astype("datetime64[D]").astype("datetime64[M]")
        months, numbers = np.unique(dated, return_counts=True)
        return dict(zip(months.astype(str).tolist(), numbers.tolist(), strict=True))

    def _hits(self, found: Numbers, scores: Scores) -> tuple[EngineHit, ...]:
        last = self._query.start + self._query.size
        ordered = self._ordered(found, scores, last)[self._query.start : last]
        ids = self._snapshot.ids[ordered].tolist()
        return tuple(
            EngineHit(one, score) for one, score in zip(ids, scores[ordered].tolist(), strict=True)
        )

    def _ordered(self, found: Numbers, scores: Scores, most: int) -> Numbers:
        days, ids = self._snapshot.days, self._snapshot.ids
        if self._query.sort == "oldest":
            keys = (ids[found], days[found], days[found] == 0)
            return found[np.lexsort(keys)]
        if self._query.sort == "relevance":
            found = _best(found, scores, most)
            return found[np.lexsort((-ids[found], -days[found], -scores[found]))]
        return found[np.lexsort((-ids[found], -days[found]))]


def _best(found: Numbers, scores: Scores, most: int) -> Numbers:
    """Return those that can be among the first `most`, so that only they are sorted."""
    if len(found) <= most:
        return found
    own = scores[found]
    least = np.partition(own, len(own) - most)[len(own) - most]
    best: Numbers = found[own >= least]
    return best


def _all_but(facet: str, matched: Mask, found: Mask, filters: dict[str, Mask]) -> Mask:
    """Return what passes every filter but that of one facet; months have that of the years."""
    facet = "year" if facet == MONTH else facet
    if facet not in filters:
        return found
    others = [mask for name, mask in filters.items() if name != facet]
    mask: Mask = np.logical_and.reduce([matched, *others])
    return mask
