"""The Whoosh engine: postings on disk, facts in memory, one pass a question."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from whoosh import index
from whoosh.writing import LockError

from documents.search.engines.answer import Answer
from documents.search.engines.base import Entry, IndexUnusableError
from documents.search.engines.stamp import check_stamp, write_stamp
from documents.search.engines.whoosh.evaluation import Evaluation
from documents.search.engines.whoosh.schema import SCHEMA_VERSION, schema
from documents.search.engines.whoosh.snapshot import Snapshot
from documents.search.engines.whoosh.writing import EntryWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from documents.search.engines.base import EngineQuery, EngineResults
    from documents.search.record import IndexRecord

WRITER_WAIT_SECONDS = 10
ATTEMPTS = 5


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
        return self._answer(query).results()

    def scan(self, query: EngineQuery, after: int) -> list[int]:
        return self._answer(query).ids_above(after)

    def _answer(self, query: EngineQuery) -> Answer:
        snapshot = self._current()
        return Answer(snapshot, query, Evaluation(snapshot, query))

    def words(self, prefix: str, most: int) -> list[str]:
        return self._current().words(prefix, most)

    def entries(self) -> Iterator[Entry]:
        for document_id, part, digest in self._current().stamps():
            yield Entry(document_id, part, digest)

    def make_ready(self) -> None:
        """Nothing is left to do after a filling."""

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
