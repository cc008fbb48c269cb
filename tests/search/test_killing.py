from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def run(rounds: int, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "KB_DATA_DIR": str(folder),
        "SEARCH_ENGINE": "whoosh",
        "OPENBLAS_NUM_THREADS": "1",  # a process with threads should not be forked
        "DATABASE_URL": f"sqlite:///{folder / 'kb.sqlite3'}",
    }
    return subprocess.run(
        [sys.executable, "-m", "tests.search.killing", str(rounds)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    outcome = run(10, tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]


@pytest.mark.long
@pytest.mark.skipif(not os.environ.get("KB_LONG"), reason="the long run only (KB_LONG=1)")
def test_nothing_is_lost_in_a_hundred_kills(tmp_path: Path) -> None:
    outcome = run(100, tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]
