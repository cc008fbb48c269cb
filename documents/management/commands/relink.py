"""Brings mentions and links up to the vocabulary: all records, those named, or those touched."""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from django.db import transaction

from documents.curation.linking import relink_each
from documents.curation.relinking import (
    relink_all,
    relink_touched,
    touched_records,
    unlinked_changes,
)
from documents.management.stored import StoredCommand
from documents.models import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.management.base import CommandParser

    from documents.curation.link_store import LinkChanges

    type Done = tuple[Document, LinkChanges]


class Command(StoredCommand):
    help = "Find the names in records anew and derive their links; decisions of curators stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="*", type=int, metavar="ID", help="records; default all")
        parser.add_argument(
            "--changed",
            action="store_true",
            help="only records that changes of names since the last relinking touch",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would change")
        parser.add_argument("--json", action="store_true", help="print the counts as JSON")

    def handle(self, *args: object, **options: Any) -> None:
        if options["ids"] and options["changed"]:
            raise CommandError("Give records or --changed, not both.", returncode=2)
        whole = transaction.atomic() if options["dry_run"] else nullcontext()
        with whole:
            counts = self._relink(*self._work(options))
            if options["dry_run"]:
                transaction.set_rollback(True)
        if options["json"]:
            self.stdout.write(json.dumps(counts))
        else:
            self.stdout.write(
                "{records} records read, {changed} changed: {linked} links new, "
                "{unlinked} gone".format(**counts)
            )

    def _work(self, options: dict[str, Any]) -> tuple[Iterator[Done], int]:
        """Return what relinks the records asked for, and their number."""
        if options["changed"]:
            return relink_touched(), touched_records(unlinked_changes()).count()
        if not options["ids"]:
            return relink_all(), Document.objects.count()
        documents = Document.objects.filter(pk__in=options["ids"]).order_by("pk")
        return relink_each(documents.iterator(chunk_size=200)), documents.count()

    def _relink(self, work: Iterator[Done], total: int) -> dict[str, int]:
        from tqdm import tqdm

        counts = {"records": 0, "changed": 0, "linked": 0, "unlinked": 0}
        for _document, changes in tqdm(work, total=total, disable=not self.stderr.isatty()):
            counts["records"] += 1
            counts["changed"] += bool(changes)
            counts["linked"] += len(changes.linked)
            counts["unlinked"] += len(changes.unlinked)
        return counts
