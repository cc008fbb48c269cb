"""The engines that a test of a whole search runs on."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from documents.search.rebuilding import rebuild

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture(params=["memory", "whoosh", "tantivy", "postgres"])
def each_engine(request: pytest.FixtureRequest, settings: Settings) -> str:
    """Run a test on each engine in turn; its index is empty until it is drained."""
    if request.param == "postgres" and connection.vendor != "postgresql":
        pytest.skip("the database is not PostgreSQL")
    if request.param == "tantivy" and importlib.util.find_spec("tantivy") is None:
        pytest.skip("tantivy is not installed")
    settings.SEARCH_ENGINE = request.param
    if request.param != "memory":
        rebuild()
    return str(request.param)
