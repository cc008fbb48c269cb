"""Commands on a data folder without tables: one sentence, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from documents.management.stored import StoredCommand

ROOT = Path(__file__).parent.parent.parent
WITHOUT_TABLES = {"setup", "gather_messages", "evaluate_search"}
OURS = sorted(name for name, app in get_commands().items() if app == "documents")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**surroundings, "KB_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_without_tables_says_in_one_sentence_to_run_setup(tmp_path: Path) -> None:
    ended = run(tmp_path, "read_page", "README.md", "--json")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "run `make setup` first" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", [name for name in OURS if name not in WITHOUT_TABLES])
def test_every_command_that_reads_the_database_asks_for_its_tables(name: str) -> None:
    assert isinstance(load_command_class("documents", name), StoredCommand)
