from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_an_import_that_is_killed_loses_no_record_and_stores_none_by_halves(tmp_path: Path) -> None:
    environment = os.environ | {
        "KB_DATA_DIR": str(tmp_path),
        "SEARCH_ENGINE": "whoosh",
        "OPENBLAS_NUM_THREADS": "1",  # a process with threads should not be forked
        "DATABASE_URL": f"sqlite:///{tmp_path / 'kb.sqlite3'}",
    }
    outcome = subprocess.run(
        [sys.executable, "-m", "tests.curation.killing", "5"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr[-2000:]
