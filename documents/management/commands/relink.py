"""Brings mentions and links up to the vocabulary: all records, or those named."""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand
from django.db import transaction

from documents.curation.linking import relink_each
from documents.models import Document

if TYPE_CHECKING:
    from django.core.management.base import CommandParser
    from django.db.models import QuerySet


class Command(BaseCommand):
    help = "Find the names in records anew and derive their links; decisions of curators stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="*", type=int, metavar="ID", help="records; default all")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")
        parser.add_argument("--json", action="store_true", help="print the counts as JSON")

    def handle(self, *args: object, **options: Any) -> None:
        documents = Document.objects.order_by("pk")
        if options["ids"]:
            documents = documents.filter(pk__in=options["ids"])
        whole = transaction.atomic() if options["dry_run"] else nullcontext()
        with whole:
            counts = self._relink(documents)
            if options["dry_run"]:
                transaction.set_rollback(True)
        if options["json"]:
            self.stdout.write(json.dumps(counts))
        else:
            self.stdout.write(
                "{records} records read, {changed} changed: {linked} links new, "
                "{unlinked} gone".format(**counts)
            )

    def _relink(self, documents: QuerySet[Document]) -> dict[str, int]:
        from tqdm import tqdm

        counts = {"records": 0, "changed": 0, "linked": 0, "unlinked": 0}
        watched = tqdm(
            documents.iterator(chunk_size=200),
            total=documents.count(),
            disable=not self.stderr.isatty(),
        )
        for _document, changes in relink_each(watched):
            counts["records"] += 1
            counts["changed"] += bool(changes)
            counts["linked"] += len(changes.linked)
            counts["unlinked"] += len(changes.unlinked)
        return counts
