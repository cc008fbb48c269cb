"""Sets everything up on a laptop: tables, messages, vocabularies, samples, index, admin."""

from __future__ import annotations

import os
import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from documents.curation.relinking import note_first_names, unlinked_changes
from documents.management.messages import compile_messages


class Command(BaseCommand):
    help = (
        "Set everything up: tables, messages, vocabularies, sample records, the search index and "
        "an admin. Safe to run again: it keeps all data."
    )

    def handle(self, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        compile_messages(settings.LOCALE_PATHS)
        call_command("load_vocabularies", stdout=self.stdout, verbosity=0)
        note_first_names()
        if settings.DEBUG:
            call_command("load_samples", stdout=self.stdout, verbosity=0)
        if unlinked_changes():
            self.stdout.write(
                "Names or rules changed since the records were linked: manage.py relink --changed"
            )
        call_command("rebuild_index", if_needed=True, stdout=self.stdout, verbosity=0)
        self._ensure_admin()

    def _ensure_admin(self) -> None:
        """Create the first admin and print the password once; an existing one is left alone."""
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        given = os.environ.get("KB_ADMIN_PASSWORD", "")
        password = given or secrets.token_urlsafe(12)
        # Said before it holds: a set-up that is killed in between makes another one, and no admin
        # is left behind whose password nobody read.
        with transaction.atomic():
            users.create_superuser("admin", email="", password=password)
            self.stdout.write("user: admin")
            self.stdout.write(f"password: {'(from KB_ADMIN_PASSWORD)' if given else password}")
            self.stdout.flush()
