from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from documents.search import indexes
from documents.search.engines.memory import MemoryEngine
from documents.search.engines.postgres import PostgresEngine
from tests.search.golden import questions, records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from documents.search.engines.base import Engine, EngineResults

EMBEDDED = ["whoosh", "tantivy"]
SHARED_OF_TEN = 8


@pytest.fixture(scope="module")
def expected() -> dict[str, EngineResults]:
    """What the engine in memory answers to each question."""
    engine = MemoryEngine()
    engine.replace([], records())
    return {question.line: engine.search(question.query) for question in questions()}


def check_totals_and_counts(engine: Engine, expected: dict[str, EngineResults]) -> None:
    """Ask every question and compare; the PostgreSQL engine has its own test below."""
    for question in questions():
        found = engine.search(question.query)
        assert found.total == expected[question.line].total, question.line
        assert found.counts == expected[question.line].counts, question.line


@pytest.fixture(scope="module", params=EMBEDDED)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if importlib.util.find_spec(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    with indexes.temporary(request.param) as index:
        index.replace([], records())
        yield index


def test_there_are_enough_questions() -> None:
    assert len(questions()) >= 250


def test_totals_and_counts_are_the_same(engine: Engine, expected: dict[str, EngineResults]) -> None:
    check_totals_and_counts(engine, expected)


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="the database is not PostgreSQL")
def test_postgresql_gives_the_same_totals_and_counts(
    expected: dict[str, EngineResults], tmp_path: Path
) -> None:
    engine = PostgresEngine.create(tmp_path / "postgres-golden")
    engine.replace([], records())
    check_totals_and_counts(engine, expected)


def test_the_first_ten_are_nearly_the_same(
    engine: Engine, expected: dict[str, EngineResults]
) -> None:
    differing = []
    for question in questions():
        wanted = {hit.document_id for hit in expected[question.line].hits}
        found = {hit.document_id for hit in engine.search(question.query).hits}
        if len(wanted - found) > 10 - SHARED_OF_TEN:
            differing.append(question.line)
    assert differing == []


def test_dates_give_the_same_order(engine: Engine, expected: dict[str, EngineResults]) -> None:
    for question in questions():
        if question.query.sort != "relevance":
            found = [hit.document_id for hit in engine.search(question.query).hits]
            assert found == [hit.document_id for hit in expected[question.line].hits]
