"""What the tests of reading share: one process that reads file after file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from documents.ingest.isolation import IsolatedReader


@pytest.fixture(scope="session")
def reader() -> Iterator[IsolatedReader]:
    """A reader whose process is replaced only where a file broke it."""
    with IsolatedReader() as one:
        yield one
