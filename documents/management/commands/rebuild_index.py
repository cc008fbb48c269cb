"""Builds the search index anew beside the one that answers, and swaps it in."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from tqdm import tqdm

from documents.management.stored import StoredCommand
from documents.search import indexes, rebuilding
from documents.search.indexes import IndexBusyError, IndexUnusableError
from documents.search.indexing import drain

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(StoredCommand):
    help = (
        "Build the search index anew beside the one that answers, check it and swap it in. "
        "Searches go on meanwhile; a build that was cut short is taken up where it stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--engine", choices=sorted(indexes.ENGINES), help="default: the setting SEARCH_ENGINE"
        )
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="only when no usable index is there; otherwise do the waiting changes",
        )
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, **options: Any) -> None:
        try:
            if options["if_needed"] and rebuilding.is_usable():
                drain(wait_seconds=5)
                return
            with tqdm(unit="record", disable=not sys.stderr.isatty()) as bar:
                report = rebuilding.rebuild(options["engine"] or "", progress=_shown_on(bar))
        except (IndexBusyError, IndexUnusableError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps({"index": report.index, "records": report.records}))
        elif options["verbosity"]:
            self.stdout.write(f"{report.records} records are in the index {report.index}.")


def _shown_on(bar: Any) -> rebuilding.Progress:
    def show(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    return show
