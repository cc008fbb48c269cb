"""Figures by which the database plans its queries."""

from __future__ import annotations

from django.db import connection


def tell_planner() -> None:
    """Let SQLite look at a sample of its tables: without figures it begins with the wrong one.

    PostgreSQL does so by itself.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")
