"""Brings the message catalogues up to the code and the templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand

from documents.management.messages import (
    gather_messages,
    merged,
    untranslated,
    write_catalogue,
)

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = (
        "Gather every message of code and templates into documents/locale, keep what is "
        "translated, and list what is not. Exits with 3 where something is not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="write nothing")

    def handle(self, **options: Any) -> None:
        gathered = gather_messages(settings.BASE_DIR)
        missing: list[str] = []
        for folder in settings.LOCALE_PATHS:
            for path in sorted(Path(folder).glob("*/LC_MESSAGES/django.po")):
                catalogue = merged(path, gathered)
                if not options["dry_run"]:
                    write_catalogue(path, catalogue)
                missing += [f"{path.parent.parent.name}: {one}" for one in untranslated(catalogue)]
        for line in missing:
            self.stdout.write(line)
        if missing:
            raise SystemExit(3)
