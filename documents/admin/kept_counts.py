"""Administration of what is kept of counts and names: to look at, and to delete for a new start."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import ReadOnly, WrittenByMachine
from documents.models import KeptCounts, LinkedVocabulary, UncountedChange


@admin.register(KeptCounts)
class KeptCountsAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("version", "record_count", "counted_at")


@admin.register(UncountedChange)
class UncountedChangeAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("document_id", "noted_at")


@admin.register(LinkedVocabulary)
class LinkedVocabularyAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("linked_at", "rules")
    exclude = ("rows",)
