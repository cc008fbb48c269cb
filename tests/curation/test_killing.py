from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.search.processes import ENGINES, run

if TYPE_CHECKING:
    from pathlib import Path


def test_an_import_that_is_killed_loses_no_record_and_stores_none_by_halves(tmp_path: Path) -> None:
    outcome = run("tests.curation.killing", 5, "whoosh", tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]


def test_a_server_that_is_killed_amid_an_upload_leaves_nothing_by_halves(tmp_path: Path) -> None:
    outcome = run("tests.curation.killing_server", 2, "whoosh", tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_merge_or_bulk_work_or_their_undo_that_is_killed_is_done_whole_or_not_at_all(
    engine: str, tmp_path: Path
) -> None:
    outcome = run("tests.curation.killing_verbs", 10, engine, tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]


@pytest.mark.long
@pytest.mark.skipif(not os.environ.get("KB_LONG"), reason="the long run only (KB_LONG=1)")
@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_done_by_halves_in_a_hundred_kills(engine: str, tmp_path: Path) -> None:
    outcome = run("tests.curation.killing_verbs", 100, engine, tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]


@pytest.mark.long
@pytest.mark.skipif(not os.environ.get("KB_LONG"), reason="the long run only (KB_LONG=1)")
def test_nothing_is_left_by_halves_by_forty_kills_of_a_server(tmp_path: Path) -> None:
    outcome = run("tests.curation.killing_server", 40, "whoosh", tmp_path)
    assert outcome.returncode == 0, outcome.stderr[-2000:]
