"""Loads regions, clusters, themes, instruments and sources from the fixtures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction

from documents.curation.vocabularies import load_vocabularies
from documents.management.stored import StoredCommand

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from documents.curation.vocabularies import Tally


class Command(StoredCommand):
    help = (
        "Load the shipped vocabularies. Safe to run again: rows that somebody edited or deleted "
        "stay as they are."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would change")
        parser.add_argument("--json", action="store_true", help="print the counts as JSON")

    def handle(self, **options: Any) -> None:
        from yaml import YAMLError

        folder = Path(settings.FIXTURE_DIRS[0])
        try:
            with transaction.atomic():
                tallies = load_vocabularies(folder)
                transaction.set_rollback(options["dry_run"])
        except (OSError, YAMLError) as error:
            message = f"The vocabularies cannot be read: {error}. Restore the folder fixtures/."
            raise CommandError(message) from error
        if options["json"]:
            counts = {tally.vocabulary: dict(tally.counts) for tally in tallies}
            self.stdout.write(json.dumps(counts))
        else:
            self._print(tallies, options["verbosity"])

    def _print(self, tallies: list[Tally], verbosity: int) -> None:
        """Print a line a vocabulary; when quiet, one line, and only where something changed."""
        if verbosity == 0:
            changed = sum(tally.changed for tally in tallies)
            if changed:
                self.stdout.write(f"vocabularies: {changed} rows")
            return
        for tally in tallies:
            told = ", ".join(f"{count} {name}" for name, count in tally.counts.items() if count)
            self.stdout.write(f"{tally.vocabulary}: {told or 'nothing'}")
