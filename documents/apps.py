"""Tells Django about the app and connects the signals that keep the index true."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = _("Policy knowledge base")

    def ready(self) -> None:
        from django.core.checks import register

        from documents.search import checks, signals

        signals.connect()
        register(checks.check_engine)
