from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from documents.overviews import stamp
from documents.overviews.stamp import base_stamp
from tests.build import NOON, a_document, a_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold still what the database says of its writes."""
    monkeypatch.setattr(stamp, "_settled", lambda _snapshot: "as it was")
    monkeypatch.setattr(stamp, "_files", lambda: "as it was")


def _settle(path: Path, seconds: float = 60) -> None:
    for one in path.parent.iterdir():
        moment = one.stat().st_mtime - seconds
        os.utime(one, (moment, moment))


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(tmp_path / "kb.sqlite3", autocommit=True)
    opened.execute("PRAGMA journal_mode=WAL")
    opened.execute("CREATE TABLE record (title)")
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "kb.sqlite3"))
    yield opened
    opened.close()


def test_a_file_of_sqlite_has_another_mark_after_every_write(
    database: sqlite3.Connection, tmp_path: Path
) -> None:
    _settle(tmp_path / "kb.sqlite3")
    before = stamp._files()
    assert before == stamp._files()
    database.execute("INSERT INTO record VALUES ('One')")
    _settle(tmp_path / "kb.sqlite3", seconds=5)
    assert stamp._files() not in {before, None}


def test_a_reader_changes_no_mark(database: sqlite3.Connection, tmp_path: Path) -> None:
    database.close()
    _settle(tmp_path / "kb.sqlite3")
    before = stamp._files()
    reader = sqlite3.connect(tmp_path / "kb.sqlite3")
    reader.execute("SELECT * FROM record").fetchall()
    assert stamp._files() == before
    reader.close()


def test_just_after_a_write_times_tell_nothing(
    database: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.execute("INSERT INTO record VALUES ('One')")
    written = max(one.stat().st_mtime for one in tmp_path.iterdir())
    monkeypatch.setattr(time, "time", lambda: written + stamp.SETTLED_AFTER / 2)
    assert stamp._files() is None
    monkeypatch.setattr(time, "time", lambda: written + stamp.SETTLED_AFTER * 2)
    assert stamp._files() is not None


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("field", ["visible_from", "embargo_until"])
def test_a_moment_that_passes_changes_the_mark_without_a_write(field: str) -> None:
    moments: dict[str, Any] = {field: NOON + timedelta(hours=1)}
    a_document(**moments)
    before = base_stamp(NOON)
    assert base_stamp(NOON + timedelta(minutes=30)) == before
    assert base_stamp(NOON + timedelta(hours=1)) != before


@pytest.mark.django_db(transaction=True)
def test_on_postgresql_every_write_changes_the_mark_and_reading_does_not() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("This is about PostgreSQL.")
    marks = []
    for slug in ("shandong", "jinan"):
        a_topic(slug)
        deadline = time.monotonic() + 120
        while (mark := base_stamp(NOON)) is None and time.monotonic() < deadline:
            time.sleep(0.05)  # the server itself was writing
        marks.append(mark)
    assert None not in marks
    assert len(set(marks)) == 2
