"""The base of the commands that read or write what is stored: they need the tables of now."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

_MISSING = (
    "The database has no tables yet, or those of an older version: run `make setup` first, "
    "with the same KB_DATA_DIR and DATABASE_URL."
)
_UNREACHABLE = (
    "The database cannot be reached: see that its server runs and that DATABASE_URL is right."
)


class StoredCommand(BaseCommand):
    """A command that stops with one sentence, and exit code 1, where the tables are missing."""

    requires_migrations_checks = True

    def check_migrations(self) -> None:
        """Raise CommandError where a migration has not run; Django's own check only prints."""
        try:
            executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
        except OperationalError as error:
            raise CommandError(_UNREACHABLE) from error
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError(_MISSING)
