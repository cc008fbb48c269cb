"""Administration of figures found in records."""

from __future__ import annotations

from django.contrib import admin

from documents.models import Figure


@admin.register(Figure)
class FigureAdmin(admin.ModelAdmin):
    list_display = ("as_written", "value", "unit", "what", "due_year", "document")
    list_filter = ("unit", "is_restricted")
    list_select_related = ("document",)
    search_fields = ("as_written", "what", "quote", "document__title")
    autocomplete_fields = ("document", "topic")
