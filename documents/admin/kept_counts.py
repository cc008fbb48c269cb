"""Administration of the kept counts: to look at, and to delete so that they are counted anew."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import ReadOnly, WrittenByMachine
from documents.models import KeptCounts, UncountedChange


@admin.register(KeptCounts)
class KeptCountsAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("version", "record_count", "counted_at")


@admin.register(UncountedChange)
class UncountedChangeAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("document_id", "noted_at")
