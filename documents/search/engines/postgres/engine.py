"""The PostgreSQL engine: matches and counts by SQL, ranks a bounded set by BM25."""

# ruff: noqa: S608  table names are our own; whatever was typed goes in as a value

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, connection, transaction

from documents.search.engines.base import EngineHit, EngineResults, Entry, IndexUnusableError
from documents.search.engines.postgres import schema
from documents.search.engines.postgres.statement import Statement
from documents.search.terms import MOST_PREFIX_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from documents.search.engines.base import EngineQuery
    from documents.search.record import IndexRecord

KEPT_SECONDS = 60
MANY = 500
"""After so many new entries PostgreSQL is told to count anew, so that it plans well at once."""


class PostgresEngine:
    """One index, as three tables of the site's own database."""

    def __init__(self, place: Path) -> None:
        """Open the index of that name; raise IndexUnusableError when it cannot be searched."""
        self._table = schema.table_name(place.name)
        self._averages: dict[str, float] = {}
        self._averaged_at = float(-KEPT_SECONDS)
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
            if gone:
                cursor.execute(
                    f"DELETE FROM {self._table}_entries WHERE document_id = ANY(%s)",
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
        statement = Statement(self._table, query, self._expand, self._average_lengths())
        [(total, hits, counts)] = self._asked(*statement.sql())
        return EngineResults(
            total=total,
            hits=tuple(EngineHit(pk, float(score)) for pk, score in _loaded(hits) or ()),
            counts=_counts(query, _loaded(counts) or {}),
        )

    def _asked(self, sql: str, values: list[Any]) -> list[Any]:
        try:
            with transaction.atomic():
                # Compiling a statement takes longer than running one that ranks a bounded set.
                self._run("SET LOCAL jit = off")
                return self._rows(sql, values)
        except DatabaseError as error:
            if not self._exists():
                message = "The index is missing."
                raise IndexUnusableError(message) from error
            raise

    def scan(self, query: EngineQuery, after: int) -> list[int]:
        statement = Statement(self._table, query, self._expand, {})
        return [row[0] for row in self._asked(*statement.scanning(after))]

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

    def close(self) -> None:
        """Nothing is held open: the connection is the site's own."""

    def _exists(self) -> bool:
        return self._rows("SELECT to_regclass(%s)", [f"{self._table}_entries"])[0][0] is not None

    def _expand(self, fields: tuple[str, ...], prefix: str) -> list[str]:
        """Return the first 200 words that begin so and still stand in some entry."""
        found: set[str] = set()
        for field in fields:
            rows = self._rows(
                f"SELECT word FROM {self._table}_words w "
                "WHERE field = %s AND word >= %s AND word < %s AND EXISTS ("
                f"SELECT 1 FROM {self._table}_passages p WHERE p.field = w.field "
                "AND p.terms @@ ('''' || replace(w.word, '''', '''''') || '''')::tsquery) "
                "ORDER BY word LIMIT %s",
                [field, prefix, prefix + "\U0010ffff", MOST_PREFIX_TERMS],
            )
            found.update(row[0] for row in rows)
        return sorted(found)[:MOST_PREFIX_TERMS]

    def _average_lengths(self) -> dict[str, float]:
        if time.monotonic() - self._averaged_at > KEPT_SECONDS:
            rows = self._rows(
                f"SELECT field, avg(length) FROM (SELECT DISTINCT entry_id, field, length "
                f"FROM {self._table}_passages) AS whole GROUP BY field"
            )
            self._averages = {field: float(average) for field, average in rows}
            self._averaged_at = time.monotonic()
        return self._averages

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
        schema.facets(record.facets),
        schema.facets(record.restricted_facets),
    )


def _loaded(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _counts(query: EngineQuery, pairs: dict[str, int]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {facet: {} for facet in query.counted}
    for pair, number in pairs.items():
        facet, value = schema.facet_of(pair)
        if facet in counts:
            counts[facet][value] = number
    return counts
