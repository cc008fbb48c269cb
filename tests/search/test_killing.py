from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.search.processes import ENGINES, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_lost_when_the_process_is_killed(engine: str, tmp_path: Path) -> None:
    outcome = run("tests.search.killing", 10, engine, tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]


@pytest.mark.long
@pytest.mark.skipif(not os.environ.get("KB_LONG"), reason="the long run only (KB_LONG=1)")
@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_lost_in_a_hundred_kills(engine: str, tmp_path: Path) -> None:
    outcome = run("tests.search.killing", 100, engine, tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]
