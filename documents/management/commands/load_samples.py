"""Loads the sample records, or takes them away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from documents.curation.samples import load_samples, remove_samples
from documents.management.stored import StoredCommand

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(StoredCommand):
    help = (
        "Publish the sample records, texts written for this project. Safe to run again: a sample "
        "that somebody edited or deleted is left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--remove", action="store_true", help="delete every sample record instead"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen")
        parser.add_argument("--json", action="store_true", help="print the count as JSON")

    def handle(self, **options: Any) -> None:
        if not (settings.DEBUG or options["remove"]):
            message = (
                "Sample records are for trying the product out, so they are not loaded with "
                "KB_DEBUG=0. To take away those that are there, run load_samples --remove."
            )
            raise CommandError(message)
        verb = "removed" if options["remove"] else "loaded"
        with transaction.atomic():
            count = remove_samples() if options["remove"] else self._load()
            transaction.set_rollback(options["dry_run"])
        if options["json"]:
            self.stdout.write(json.dumps({verb: count}))
        elif count or options["verbosity"]:
            self.stdout.write(f"samples: {count} {verb}")

    def _load(self) -> int:
        return load_samples(Path(settings.FIXTURE_DIRS[0]) / "samples", now=timezone.now())
