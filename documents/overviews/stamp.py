"""A mark of the whole base at a moment: while it is the same, every page is what it was."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection

from documents.models import Document

if TYPE_CHECKING:
    from datetime import datetime

SETTLED_AFTER = 1.0
"""Seconds without a write after which the times of SQLite's files tell one state from another."""


def base_stamp(now: datetime) -> str | None:
    """Return a mark of all that pages are made from, or None where none can be relied upon.

    It changes with every write of any process and by any door, and with every schedule and embargo
    that ends. One query on SQLite, two on PostgreSQL.
    """
    written = _snapshot() if connection.vendor == "postgresql" else _files()
    if written is None:
        return None
    published = Document.objects.published().order_by().values("pk")
    scheduled = published.filter(visible_from__gt=now)
    embargoed = published.filter(embargo_until__gt=now)
    # Each moment that passes makes the sum smaller by one.
    return f"{written} {scheduled.union(embargoed, all=True).count()}"


def _snapshot() -> str | None:
    """Return which transactions are visible; each one that writes takes a number of its own.

    While one is under way nothing is returned: its end would not show in what was read before.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        (snapshot,) = cursor.fetchone()
    _oldest, _next, under_way = snapshot.split(":")
    return None if under_way else str(snapshot)


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
