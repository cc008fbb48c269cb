"""Count all records anew and keep the counts, or compare the kept counts with a fresh count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from documents.management.stored import StoredCommand
from documents.overviews.counts import keep_counts, kept_counts_differ

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(StoredCommand):
    help = "Count all records anew and keep the counts that overviews show."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="compare with a fresh count, change nothing"
        )
        parser.add_argument("--json", action="store_true", help="print one line of JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check(as_json=options["json"])
            return
        records = len(keep_counts())
        self._say({"records": records}, f"Counted {records} records.", as_json=options["json"])

    def _check(self, *, as_json: bool) -> None:
        differs = kept_counts_differ()
        text = (
            "The kept counts differ from a fresh count: run keep_counts without --check."
            if differs
            else "The kept counts equal a fresh count."
        )
        self._say({"differs": differs}, text, as_json=as_json)
        if differs:
            raise SystemExit(1)

    def _say(self, answer: dict[str, Any], text: str, *, as_json: bool) -> None:
        self.stdout.write(json.dumps(answer) if as_json else text)
