"""What the tests of reading share: one process that reads file after file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from documents.ingest.isolation import TIME_LIMIT, IsolatedReader

BUSY = 12
"""How many times slower than it should be a machine may be at the moment."""


@pytest.fixture(scope="session")
def reader() -> Iterator[IsolatedReader]:
    """A reader whose process is replaced only where a file broke it.

    The limit of time is by the clock, so it has tests of its own; what a file holds is found here
    on a busy machine too.
    """
    with IsolatedReader(seconds=BUSY * TIME_LIMIT) as one:
        yield one
