"""Brings the search index up to date with the changes that wait."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from documents.management.stored import StoredCommand
from documents.models import IndexJob
from documents.search.indexes import IndexBusyError, IndexUnusableError
from documents.search.indexing import drain

if TYPE_CHECKING:
    from argparse import ArgumentParser

WAIT_SECONDS = 30


class Command(StoredCommand):
    help = "Bring the search index up to date with the changes that wait. Safe to interrupt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, **options: Any) -> None:
        try:
            done = drain(wait_seconds=WAIT_SECONDS)
        except (IndexBusyError, IndexUnusableError) as error:
            raise CommandError(str(error)) from error
        failed = sorted(
            IndexJob.objects.filter(attempts__gt=0).values_list("document_id", flat=True)
        )
        if options["json"]:
            self.stdout.write(json.dumps({"done": done, "failed": failed}))
        else:
            self.stdout.write(f"{done} changes were brought into the index.")
        if failed:
            numbers = ", ".join(map(str, failed))
            message = f"These records could not be indexed: {numbers}. See the log."
            raise CommandError(message, returncode=3)
