"""Tells Django about the app and connects the signals that keep the index true."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "documents"
    verbose_name = _("Policy knowledge base")

    def ready(self) -> None:
        from documents.search import signals

        signals.connect()
