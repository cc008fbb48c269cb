from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from documents.search.engines.base import IndexUnusableError
from documents.search.engines.postgres import PostgresEngine
from documents.search.engines.postgres.schema import OVERLAP, passages
from tests.search.contract import EngineContract, a_record, asked

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

    def test_another_version_is_refused(self, engine: PostgresEngine, tmp_path: Path) -> None:
        del engine
        with connection.cursor() as cursor:
            cursor.execute("COMMENT ON TABLE search_postgres_test_entries IS 'record=0'")
        with pytest.raises(IndexUnusableError):
            PostgresEngine(tmp_path / "postgres-test")


def test_passages_overlap_by_more_than_the_longest_phrase() -> None:
    record = a_record(1, "Long", " ".join(f"w{number % 90}" for number in range(40_000)))
    found = [vector for name, _, vector in passages(record) if name == "text"]
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
