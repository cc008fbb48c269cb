from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

from documents.search import indexes
from documents.search.engines.memory import MemoryEngine
from tests.search.golden import questions, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.search.engines.base import Engine, EngineResults

EMBEDDED = ["whoosh", "tantivy"]
SHARED_OF_TEN = 8


@pytest.fixture(scope="module")
def expected() -> dict[str, EngineResults]:
    """What the engine in memory answers to each question."""
    engine = MemoryEngine()
    engine.replace([], records())
    return {question.line: engine.search(question.query) for question in questions()}


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
    for question in questions():
        found = engine.search(question.query)
        assert found.total == expected[question.line].total, question.line
        assert found.counts == expected[question.line].counts, question.line


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
