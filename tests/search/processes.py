"""Runs a script of the tests in processes of its own, on data of its own, for one engine."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
import pytest

if TYPE_CHECKING:
    from pathlib import Path

ENGINES = [
    "whoosh",
    "tantivy",
    pytest.param("postgres", marks=pytest.mark.postgres),
]


def run(module: str, times: int, engine: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m MODULE TIMES`; skip the test where the engine is not at hand."""
    if engine == "tantivy" and importlib.util.find_spec("tantivy") is None:
        pytest.skip("tantivy is not installed")
    environment = os.environ | {
        "KB_DATA_DIR": str(folder),
        "SEARCH_ENGINE": engine,
        "OPENBLAS_NUM_THREADS": "1",  # a process with threads should not be forked
        "DATABASE_URL": _database(engine, folder),
    }
    return subprocess.run(
        [sys.executable, "-m", module, str(times)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _database(engine: str, folder: Path) -> str:
    """Return the address of an empty database, on the server of the tests where it must be."""
    if engine != "postgres":
        return f"sqlite:///{folder / 'kb.sqlite3'}"
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        pytest.skip("the database is not PostgreSQL")
    name = "kb_" + "".join(letter if letter.isalnum() else "_" for letter in folder.name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')
    return urlsplit(server)._replace(path=f"/{name}").geturl()
