"""Imports files, folders and tables as records, after saying what it will do."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.curation.import_files import Given, find_files
from documents.curation.import_item import Action
from documents.curation.importing import Applying, Outcome, apply_plan, make_plan
from documents.ingest.columns import FIELDS
from documents.management.stored import StoredCommand
from documents.models import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.management.base import CommandParser

    from documents.curation.import_plan import Plan

SOME_FAILED = 3
USAGE = 2


class Command(StoredCommand):
    help = (
        "Import pages (text, HTML, PDF, Word) and tables (CSV, JSON lines, XLSX: one record a "
        "row). Doing it twice changes nothing; it may be interrupted and run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
        parser.add_argument("--json", action="store_true", help="print plan and outcome as JSON")
        parser.add_argument(
            "--publish",
            action="store_true",
            help="make the records public, and the drafts that an earlier import stored",
        )
        parser.add_argument("--kind", choices=Document.Kind.values, default="", help="of all")
        parser.add_argument(
            "--map",
            nargs="+",
            default=[],
            metavar="COLUMN=FIELD",
            help=f"what a column holds: {', '.join(FIELDS)}; nothing to leave it out",
        )

    def handle(self, *args: object, **options: Any) -> None:
        given = Given(options["kind"], self._columns(options["map"]), options["publish"])
        with tempfile.TemporaryDirectory(prefix="import-") as folder:
            plan = self._plan(options["paths"], given, Path(folder))
            failed: list[Outcome] = []
            if options["dry_run"]:
                self._tell(plan, options)
            else:
                if not options["json"]:
                    self._tell(plan, options)
                failed = self._apply(plan)
                self._finish(plan, failed, options)
        if failed or plan.counts[Action.REFUSE]:
            self._leave(plan, failed)

    def _columns(self, pairs: list[str]) -> dict[str, str]:
        columns = {}
        for pair in pairs:
            name, equals, field = pair.rpartition("=")
            if not equals or (field and field not in FIELDS):
                message = _("%(pair)s is no COLUMN=FIELD. The fields are: %(fields)s.") % {
                    "pair": pair,
                    "fields": ", ".join(FIELDS),
                }
                raise CommandError(message, returncode=USAGE)
            columns[name] = field
        return columns

    def _plan(self, paths: list[Path], given: Given, folder: Path) -> Plan:
        try:
            return make_plan(find_files(paths), given, folder, self._watch)
        except KeyboardInterrupt:
            raise CommandError(_("Interrupted while reading. Nothing was stored.")) from None

    def _watch[T](self, items: Iterable[T], total: int | None = None) -> Iterable[T]:
        from tqdm import tqdm

        return tqdm(items, total=total, unit=" records", disable=not self.stderr.isatty())

    def _apply(self, plan: Plan) -> list[Outcome]:
        """Apply the plan; return the steps that failed. Ctrl-C keeps what is finished."""
        applying = Applying(None, timezone.now())
        failed = []
        done = 0
        try:
            for outcome in self._watch(apply_plan(plan, applying), plan.writes):
                done += 1
                if outcome.error:
                    failed.append(outcome)
        except KeyboardInterrupt:
            message = _(
                "Interrupted. %(done)d of %(total)d records are stored; run the same command "
                "again to go on."
            ) % {"done": done, "total": plan.writes}
            raise CommandError(message) from None
        return failed

    def _tell(self, plan: Plan, options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(plan.shown(), ensure_ascii=False))
            return
        for item in plan.items():
            if item.action != Action.CREATE or options["verbosity"] > 1 or options["dry_run"]:
                place = f"{item.name}:{item.line}" if item.line else item.name
                said = item.reason or item.title
                self.stdout.write(f"{item.action.value:7} {place}  {said}")
        self.stdout.write(_counted(plan))

    def _finish(self, plan: Plan, failed: list[Outcome], options: dict[str, Any]) -> None:
        if options["json"]:
            shown = plan.shown() | {
                "applied": plan.writes - len(failed),
                "failed": [one.item.shown() | {"reason": one.error} for one in failed],
            }
            self.stdout.write(json.dumps(shown, ensure_ascii=False))
            return
        for one in failed:
            self.stderr.write(f"{one.item.name}: {one.error}")
        self.stdout.write(_("%(count)d records stored.") % {"count": plan.writes - len(failed)})

    def _leave(self, plan: Plan, failed: list[Outcome]) -> None:
        count = plan.counts[Action.REFUSE] + len(failed)
        message = _("%(count)d of %(total)d could not be imported.") % {
            "count": count,
            "total": plan.total,
        }
        raise CommandError(message, returncode=SOME_FAILED)


def _counted(plan: Plan) -> str:
    return _(
        "To create: %(create)d. To update: %(update)d. To publish: %(publish)d. To skip: %(skip)d. "
        "Refused: %(refuse)d."
    ) % {action.value: plan.counts[action] for action in Action}
