from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.processes import ENGINES, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("engine", ENGINES)
def test_no_answer_fails_or_is_empty_while_another_process_swaps(
    engine: str, tmp_path: Path
) -> None:
    outcome = run("tests.search.swapping", 5, engine, tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]
