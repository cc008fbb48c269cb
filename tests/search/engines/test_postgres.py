from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from documents.search.engines.base import IndexUnusableError
from documents.search.engines.postgres import PostgresEngine
from documents.search.engines.postgres.engine import PLANNED
from documents.search.engines.postgres.leaves import leaves_of, statement_of
from documents.search.engines.postgres.schema import FIELDS, OVERLAP, passages
from documents.search.syntax import parse
from tests.search.contract import EngineContract, a_record, asked, ids

if TYPE_CHECKING:
    from pathlib import Path

on_postgres = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="the database is not PostgreSQL"
)


@on_postgres
@pytest.mark.postgres
@pytest.mark.django_db
class TestPostgresEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> PostgresEngine:
        return PostgresEngine.create(tmp_path / "postgres-test")

    def test_a_phrase_at_the_seam_of_two_passages_is_found(self, engine: PostgresEngine) -> None:
        terms = ["the", *(f"w{number % 4000}" for number in range(30_000))]
        engine.replace([1], [a_record(1, "Long", " ".join(terms))])
        for at in range(11_900, 12_100, 7):
            phrase = " ".join(terms[at : at + 5])
            assert asked(engine, f'"{phrase}"').total == 1
        assert asked(engine, '"w3999 w0"').total == 1
        assert asked(engine, "w29999").total == 0

    def test_a_write_of_another_process_is_seen_by_the_next_search(
        self, engine: PostgresEngine, tmp_path: Path
    ) -> None:
        other = PostgresEngine(tmp_path / "postgres-test")
        assert asked(engine).total == 0
        other.replace([1, 2], [a_record(1), a_record(2, facets={"kind": ("news",)})])
        assert asked(engine, "agglomeration").counts["kind"] == {"report": 1, "news": 1}
        other.replace([1], [a_record(1, "New", facets={"kind": ("brief",)})])
        assert asked(engine).counts["kind"] == {"brief": 1, "news": 1}
        other.replace([2], [])
        assert ids(asked(engine)) == [1]

    def test_a_write_that_is_taken_back_leaves_nothing(self, engine: PostgresEngine) -> None:
        engine.replace([1], [a_record(1)])
        with transaction.atomic():
            engine.replace([1, 2], [a_record(2)])
            assert ids(asked(engine)) == [2]
            transaction.set_rollback(True)
        assert ids(asked(engine)) == [1]
        engine.replace([3], [a_record(3)])
        assert ids(asked(engine)) == [3, 1]

    def test_only_new_entries_are_read_after_a_write(self, engine: PostgresEngine) -> None:
        engine.replace([], [a_record(n) for n in range(1, 4)])
        asked(engine)
        engine.replace([2], [a_record(2, "New")])
        with CaptureQueriesContext(connection) as asking:
            assert asked(engine).total == 3
        [read] = [query["sql"] for query in asking if "visible_from" in query["sql"]]
        assert "ANY('{4}'::" in read
        with CaptureQueriesContext(connection) as asking:
            asked(engine)
        assert not [query for query in asking if "visible_from" in query["sql"]]

    def test_the_oftener_a_word_stands_the_higher_the_record(self, engine: PostgresEngine) -> None:
        texts = {n: " ".join(["water"] * n + ["other"] * (12 - n)) for n in range(1, 11)}
        engine.replace([], [a_record(n, "Title", text) for n, text in texts.items()])
        found = {hit.document_id: hit.score for hit in asked(engine, "water").hits}
        assert [found[n] for n in (1, 2, 3, 4, 5, 7, 10)] == sorted(set(found.values()))

    def test_words_are_found_by_their_indexes(self, engine: PostgresEngine) -> None:
        engine.replace([], [a_record(n) for n in range(1, 4)])
        engine.make_ready()
        leaves = leaves_of(parse('a OR "b c" OR clu*').tree, lambda *_: ["a"], reads_licensed=True)
        statement, values = statement_of("search_postgres_test", list(leaves.values()))
        with connection.cursor() as cursor:
            cursor.execute(PLANNED)
            cursor.execute(f"EXPLAIN {statement}", values)
            plan = [line for (line,) in cursor.fetchall()]
        assert not [line for line in plan if "Seq Scan on search_postgres_test_passages" in line]

    def test_another_version_is_refused(self, engine: PostgresEngine, tmp_path: Path) -> None:
        del engine
        with connection.cursor() as cursor:
            cursor.execute("COMMENT ON TABLE search_postgres_test_entries IS 'record=0'")
        with pytest.raises(IndexUnusableError):
            PostgresEngine(tmp_path / "postgres-test")


def test_passages_overlap_by_more_than_the_longest_phrase() -> None:
    record = a_record(1, "Long", " ".join(f"w{number % 90}" for number in range(40_000)))
    found = [vector for field, vector in passages(record) if FIELDS[field] == "text"]
    assert len(found) > 1
    assert OVERLAP > 512
    for vector in found:
        assert max(part.count(",") for part in vector.split()) < 256


@pytest.mark.django_db
def test_another_database_is_refused(tmp_path: Path) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("the database is PostgreSQL")
    with pytest.raises(IndexUnusableError):
        PostgresEngine.create(tmp_path / "postgres-test")
