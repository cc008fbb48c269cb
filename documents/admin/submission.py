"""Administration of what came in, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from documents.models import Submission

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(Submission)
class SubmissionAdmin(admin.ModelAdmin):
    list_display = ("__str__", "state", "submitted_by", "submitted_at", "document")
    list_filter = ("state", "media_type", "submitted_at")
    search_fields = ("title", "raw", "file_name", "checksum", "source_url", "document__title")
    autocomplete_fields = ("document", "attachment", "submitted_by")
    readonly_fields = ("raw", "checksum", "media_type", "submitted_at")
    date_hierarchy = "submitted_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Submission]:
        return super().get_queryset(request).select_related("submitted_by", "document")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Texts come in through the paste page, which checks them."""
        return False
