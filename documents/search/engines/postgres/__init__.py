"""PostgreSQL: the index inside the database, for several machines."""

from __future__ import annotations

from documents.search.engines.postgres.engine import PostgresEngine

__all__ = ["PostgresEngine"]
