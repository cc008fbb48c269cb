"""The PostgreSQL engine: words are found by SQL, trees and facets worked out in memory."""

# ruff: noqa: S608  table names are our own; whatever was typed goes in as a value

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, connection, transaction

from documents.search.engines.answer import Answer
from documents.search.engines.base import Entry, IndexUnusableError
from documents.search.engines.postgres import schema
from documents.search.engines.postgres.evaluation import Evaluation
from documents.search.engines.postgres.facts import EntryFacts, read_facts
from documents.search.engines.postgres.leaves import leaves_of, statement_of
from documents.search.terms import MOST_PREFIX_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from documents.search.engines.base import EngineQuery, EngineResults
    from documents.search.record import IndexRecord

PLANNED = (
    "SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; "
    "SET LOCAL enable_seqscan = off"
)
"""The planner knows nothing of what it costs to read a long tsvector back, so it takes reading all
passages for cheap; compiling, or starting helpers, takes longer than what they would do."""

BUILDING = "SET LOCAL maintenance_work_mem = '256MB'; "

ATTEMPTS = 5
"""How often a question is asked again because somebody wrote between it and the facts."""

MANY = 500
"""After so many new entries PostgreSQL is told to count anew, so that it plans well at once."""


class PostgresEngine:
    """One index, as four tables of the site's own database."""

    def __init__(self, place: Path) -> None:
        """Open the index of that name; raise IndexUnusableError when it cannot be searched."""
        self._table = schema.table_name(place.name)
        self._facts: EntryFacts | None = None
        self._reading = threading.Lock()
        if connection.vendor != "postgresql":
            message = "The search engine “postgres” needs a PostgreSQL database."
            raise IndexUnusableError(message)
        found = self._rows(
            "SELECT obj_description(to_regclass(%s), 'pg_class')", [f"{self._table}_entries"]
        )
        if found[0][0] != schema.comment():
            message = f"The index {place.name} is missing or was made by another version."
            raise IndexUnusableError(message)

    @classmethod
    def create(cls, place: Path) -> PostgresEngine:
        """Make an empty index of that name."""
        if connection.vendor != "postgresql":
            message = "The search engine “postgres” needs a PostgreSQL database."
            raise IndexUnusableError(message)
        name = schema.table_name(place.name)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(schema.CREATE.format(name=name))
            cursor.execute(f"COMMENT ON TABLE {name}_entries IS '{schema.comment()}'")
        return cls(place)

    @staticmethod
    def remove(place: Path) -> None:
        with connection.cursor() as cursor:
            cursor.execute(schema.DROP.format(name=schema.table_name(place.name)))

    @staticmethod
    def names() -> list[str]:
        """Return the names of the indexes whose tables are there."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT relname FROM pg_class WHERE relkind = 'r' "
                "AND relname LIKE 'search\\_postgres\\_%%\\_entries' "
                "AND pg_table_is_visible(oid)",
                [],
            )
            return sorted(schema.index_name(row[0]) for row in cursor.fetchall())

    def replace(self, document_ids: Iterable[int], records: Iterable[IndexRecord]) -> None:
        gone, new = list(document_ids), list(records)
        with transaction.atomic(), connection.cursor() as cursor:
            # Writers wait for each other here, so that a later one gives higher keys.
            cursor.execute(f"UPDATE {self._table}_state SET mark = gen_random_uuid()")
            if gone:
                cursor.execute(
                    f"WITH gone AS (DELETE FROM {self._table}_entries "
                    "WHERE document_id = ANY(%s) RETURNING id) "
                    f"DELETE FROM {self._table}_passages WHERE entry_id IN (SELECT id FROM gone)",
                    [gone],
                )
            if new:
                self._insert(cursor, new)
            if len(new) > MANY:
                cursor.execute(f"ANALYZE {self._table}_entries, {self._table}_passages")

    def _insert(self, cursor: Any, records: list[IndexRecord]) -> None:
        table = self._table
        cursor.execute(
            f"SELECT nextval('{table}_entries_id_seq') FROM generate_series(1, %s)",
            [len(records)],
        )
        keys = [row[0] for row in cursor.fetchall()]
        with cursor.copy(f"COPY {table}_entries FROM STDIN") as copy:
            for key, record in zip(keys, records, strict=True):
                copy.write_row(_row(key, record))
        with cursor.copy(f"COPY {table}_passages FROM STDIN") as copy:
            for key, record in zip(keys, records, strict=True):
                for passage in schema.passages(record):
                    copy.write_row((key, *passage))
        found = sorted({pair for record in records for pair in schema.words(record)})
        cursor.execute(
            f"INSERT INTO {table}_words SELECT * FROM unnest(%s::text[], %s::text[]) "
            "ON CONFLICT DO NOTHING",
            [[name for name, _ in found], [word for _, word in found]],
        )

    def search(self, query: EngineQuery) -> EngineResults:
        return self._answer(query).results()

    def scan(self, query: EngineQuery, after: int) -> list[int]:
        return self._answer(query).ids_above(after)

    def _answer(self, query: EngineQuery) -> Answer:
        try:
            with transaction.atomic():
                self._run(PLANNED)
                evaluation = self._evaluated(query)
        except DatabaseError as error:
            if not self._exists():
                message = "The index is missing."
                raise IndexUnusableError(message) from error
            raise
        return Answer(evaluation.facts, query, evaluation)

    def _evaluated(self, query: EngineQuery) -> Evaluation:
        """Look the leaves of a question up, beside facts that are as new as they."""
        leaves = leaves_of(query.tree, self._expand, reads_licensed=query.reads_licensed)
        statement = statement_of(self._table, list(leaves.values()))
        for _ in range(ATTEMPTS):
            [(mark, *found)] = self._rows(*statement)
            facts = self._facts_at(mark)
            if facts.mark == mark:
                break
        return Evaluation(facts, query, dict(zip(leaves, found, strict=True)))

    def _facts_at(self, mark: str) -> EntryFacts:
        """Return the facts of all entries, read anew when the index bears another mark."""
        with self._reading:
            if self._facts is None or self._facts.mark != mark:
                self._facts = read_facts(self._table, self._rows, self._facts)
            return self._facts

    def words(self, prefix: str, most: int) -> list[str]:
        rows = self._rows(
            f"SELECT word FROM {self._table}_words WHERE field = 'words' "
            "AND word >= %s AND word < %s ORDER BY word LIMIT %s",
            [prefix, prefix + "\U0010ffff", most],
        )
        return [row[0] for row in rows]

    def entries(self) -> Iterator[Entry]:
        sql = f"SELECT document_id, part, digest FROM {self._table}_entries ORDER BY id"
        for document_id, part, digest in self._rows(sql):
            yield Entry(document_id, part, digest)

    def make_ready(self) -> None:
        with transaction.atomic():
            self._run(BUILDING + schema.INDEX_WORDS.format(name=self._table))

    def close(self) -> None:
        """Nothing is held open: the connection is the site's own."""

    def _exists(self) -> bool:
        return self._rows("SELECT to_regclass(%s)", [f"{self._table}_entries"])[0][0] is not None

    def _expand(self, fields: tuple[str, ...], prefix: str) -> list[str]:
        """Return the first 200 words that begin so and still stand in some entry."""
        found = {word for field in fields for word in self._beginning(field, prefix)}
        return sorted(found)[:MOST_PREFIX_TERMS]

    def _beginning(self, field: str, prefix: str) -> list[str]:
        """Return words of a field; only where there are too many those of no entry are left out."""
        asked = [field, prefix, prefix + "\U0010ffff", MOST_PREFIX_TERMS + 1]
        spelt = (
            f"SELECT word FROM {self._table}_words w WHERE field = %s AND word >= %s AND word < %s"
        )
        rows = self._rows(f"{spelt} ORDER BY word LIMIT %s", asked)
        if len(rows) > MOST_PREFIX_TERMS:
            rows = self._rows(
                f"{spelt} AND EXISTS (SELECT 1 FROM {self._table}_passages p "
                f"WHERE {schema.inside([field])[0]} "
                "AND p.terms @@ ('''' || replace(w.word, '''', '''''') || '''')::tsquery) "
                "ORDER BY word LIMIT %s",
                asked,
            )
        return [row[0] for row in rows]

    def _run(self, sql: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    def _rows(self, sql: str, values: list[Any] | None = None) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows: list[Any] = cursor.fetchall()
        return rows


def _row(key: int, record: IndexRecord) -> tuple[Any, ...]:
    return (
        key,
        record.document_id,
        record.part,
        record.digest,
        record.visible_from,
        record.visible_until,
        record.sorted_on.toordinal() if record.sorted_on else 0,
        schema.lengths(record),
        schema.facets(record.facets),
        schema.facets(record.restricted_facets),
    )
