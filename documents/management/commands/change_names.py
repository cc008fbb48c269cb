"""Shows what new or fewer names of a topic do to the links, and with --apply does it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from django.utils import timezone

from documents.curation.name_change import NameChange, change_names, preview
from documents.management.stored import StoredCommand
from documents.models import Topic

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(StoredCommand):
    help = "Preview what adding or removing names of a topic does to the links of records."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("topic", metavar="FACET/SLUG", help="such as region/jinan")
        parser.add_argument("--add", action="append", default=[], metavar="NAME")
        parser.add_argument("--remove", action="append", default=[], metavar="NAME")
        parser.add_argument("--apply", action="store_true", help="store it and relink")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        facet, _slash, slug = options["topic"].partition("/")
        topic = Topic.objects.filter(facet=facet, slug=slug).first()
        if topic is None:
            message = f"There is no topic {options['topic']}; give it as region/jinan."
            raise CommandError(message)
        change = NameChange(topic, tuple(options["add"]), tuple(options["remove"]))
        if options["apply"]:
            found = change_names(change, by=None, now=timezone.now())
        else:
            found = preview(change)
        if options["json"]:
            counts = {"linked": sorted(found.linked), "unlinked": sorted(found.unlinked)}
            self.stdout.write(json.dumps(counts))
        else:
            self.stdout.write(str(found))
