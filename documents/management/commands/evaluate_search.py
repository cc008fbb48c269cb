"""Measures how well an engine ranks a judged collection."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from documents.search import indexes
from documents.search.evaluating import evaluate, load_collection
from documents.search.indexes import IndexUnusableError

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    help = (
        "Measure how well an engine ranks a judged collection: a folder with docs.jsonl, "
        "queries.jsonl and qrels.tsv. The index of the site is not touched."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--engine", choices=sorted(indexes.ENGINES), default=indexes.chosen())
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")
        parser.add_argument(
            "--run", type=Path, help="write query id, document id, rank and score, one a line"
        )

    def handle(self, **options: Any) -> None:
        try:
            collection = load_collection(options["folder"])
        except (OSError, ValueError, KeyError) as error:
            message = f"{options['folder']} is not a judged collection: {error}"
            raise CommandError(message) from error
        try:
            figures, ranked = evaluate(collection, options["engine"])
        except IndexUnusableError as error:
            raise CommandError(str(error)) from error
        if options["run"]:
            lines = (f"{one.question}\t{one.document}\t{one.rank}\t{one.score}\n" for one in ranked)
            options["run"].write_text("".join(lines), encoding="utf-8")
        shown = {
            "ndcg@10": figures.ndcg_at_10,
            "recall@100": figures.recall_at_100,
            "queries": figures.queries,
            "p50_ms": figures.p50_ms,
            "p95_ms": figures.p95_ms,
        }
        if options["json"]:
            self.stdout.write(json.dumps(shown))
        else:
            self.stdout.write("\n".join(f"{name:12}{value}" for name, value in shown.items()))
