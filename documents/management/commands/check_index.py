"""Compares the search index with the database."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from documents.management.stored import StoredCommand
from documents.search import rebuilding

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from documents.search.rebuilding import Report


class Command(StoredCommand):
    help = (
        "Compare the search index with the database and say what is behind. Changes nothing. "
        "Ends with 1 when something is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, **options: Any) -> None:
        report = rebuilding.check()
        if options["json"]:
            outcome = asdict(report) | {"ok": report.is_in_step}
            self.stdout.write(json.dumps(outcome, ensure_ascii=False))
        else:
            self.stdout.write(_said(report))
        if not report.is_in_step:
            raise CommandError(_advice(report))


def _said(report: Report) -> str:
    differences = report.differences
    return (
        f"Index {report.index or '(none)'} by {report.engine}: {report.records} records are "
        f"published; {report.waiting} changes wait, {report.failed} failed; "
        f"{len(differences.missing)} records are missing, {len(differences.stale)} stale, "
        f"{len(differences.surplus)} too many."
    )


def _advice(report: Report) -> str:
    if report.problem:
        return f"{report.problem} Build it anew with rebuild_index."
    if report.waiting:
        return "The index is behind. Bring it up to date with drain_index."
    return "The index differs from the database. Build it anew with rebuild_index."
