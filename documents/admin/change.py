"""Administration of the history: to read and search, not to write."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import ReadOnly
from documents.models import Change


@admin.register(Change)
class ChangeAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("at", "by", "verb", "noun", "label", "why")
    list_filter = ("noun", "verb", "at")
    list_select_related = ("by",)
    search_fields = ("label", "why", "by__username")
    date_hierarchy = "at"
