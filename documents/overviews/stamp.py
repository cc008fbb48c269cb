"""A mark of the whole base at a moment: while it is the same, every page is what it was."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import connection

from documents.models import Document

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

SETTLED_AFTER = 1.0
"""Seconds without a write after which the times of SQLite's files tell one state from another."""


def base_stamp(now: datetime) -> str | None:
    """Return a mark of all that pages are made from, or None where none can be relied upon.

    It changes with every write of any process and by any door, and with every schedule and embargo
    that ends. One query.
    """
    return _snapshot_and(now) if connection.vendor == "postgresql" else _files_and(now)


def _snapshot_and(now: datetime) -> str | None:
    """Return which transactions are visible and how many moments are to come."""
    sql, values = _to_come(now).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT pg_current_snapshot()::text, (SELECT COUNT(*) FROM ({sql}) AS moments)",  # noqa: S608
            values,
        )
        snapshot, moments = cursor.fetchone()
    written = _settled(snapshot)
    return None if written is None else f"{written} {moments}"


def _settled(snapshot: str) -> str | None:
    """Return PostgreSQL's mark of the visible transactions, of which each that writes is one.

    While one is under way nothing is returned: its end would not show in what was read before.
    """
    _oldest, _next, under_way = snapshot.split(":")
    return None if under_way else snapshot


def _files_and(now: datetime) -> str | None:
    written = _files()
    return None if written is None else f"{written} {_to_come(now).count()}"


def _to_come(now: datetime) -> QuerySet[Document, Any]:
    """Return a row for each start and each end of an embargo still to come.

    Each moment that passes makes their number smaller by one.
    """
    published = Document.objects.published().order_by().values("pk")
    scheduled = published.filter(visible_from__gt=now)
    return scheduled.union(published.filter(embargo_until__gt=now), all=True).order_by()


def _files() -> str | None:
    """Return sizes and times of the database's files, once they were not written for a while."""
    database = Path(str(connection.settings_dict["NAME"]))
    stats = [path.stat() for path in (database, _beside(database)) if path.is_file()]
    found = [one for one in stats if one.st_size]  # a reader makes and drops an empty one
    if not found or time.time() - max(one.st_mtime for one in found) < SETTLED_AFTER:
        return None
    return " ".join(f"{one.st_mtime_ns}-{one.st_size}" for one in found)


def _beside(database: Path) -> Path:
    """Return the file that holds what is written and not yet carried over."""
    return database.with_name(f"{database.name}-wal")
