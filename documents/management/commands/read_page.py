"""Prints what is read from pages; writes nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from documents.curation.reading import known_sources, zones_of
from documents.exports.page_json import page_to_json
from documents.gazetteer import find_figures, find_mentions, load_names, propose_links
from documents.ingest import UnreadablePageError
from documents.ingest.isolation import IsolatedReader
from documents.ingest.opening import OpenedPage
from documents.ingest.refusals import refusal
from documents.management.stored import StoredCommand

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from documents.ingest import Draft


class Command(StoredCommand):
    help = "Read pages (text, HTML, PDF, Word) and print the proposed records. Writes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")

    def handle(self, **options: Any) -> None:
        refused = 0
        with IsolatedReader(known_sources()) as reader:
            for path in options["files"]:
                try:
                    draft = _read(reader, path)
                except UnreadablePageError as error:
                    refused += 1
                    self._refuse(path, error, as_json=options["json"])
                else:
                    record = {"file": str(path), **_record(draft)}
                    self.stdout.write(_as_json(record) if options["json"] else _as_text(record))
        if refused:
            sys.exit(1 if refused == len(options["files"]) else 3)

    def _refuse(self, path: Path, error: UnreadablePageError, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(
                _as_json({"file": str(path), "error": error.code, "message": str(error)})
            )
        self.stderr.write(f"{path}: {error}")


def _read(reader: IsolatedReader, path: Path) -> Draft:
    found = reader.open(path)
    if not isinstance(found, OpenedPage):
        raise refusal("is_table")
    return found.draft


def _record(draft: Draft) -> dict[str, Any]:
    gazetteer, zones = load_names(), zones_of(draft)
    mentions = find_mentions(zones, gazetteer)
    return page_to_json(draft, propose_links(mentions), mentions, find_figures(zones), gazetteer)


def _as_json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _as_text(record: dict[str, Any]) -> str:
    """Give a record for a person: a line for each value, the body last."""
    skipped = {"body", "reasons", "dropped", "links", "figures"}
    rows = [
        f"{name}: {_plain(value)}"
        for name, value in record.items()
        if name not in skipped and value
    ]
    links = [f"  {one['facet']}: {one['mention']} — {one['quote']}" for one in record["links"]]
    return "\n".join([*rows, "links:", *links, "", record["body"], ""])


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
