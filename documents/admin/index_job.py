"""Administration of the search indexes and of what waits for them."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import ReadOnly, WrittenByMachine
from documents.models import HeavyTerms, IndexJob, IndexTarget


@admin.register(IndexTarget)
class IndexTargetAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("name", "engine", "state", "created_at", "checked_at")
    list_filter = ("engine", "state")
    search_fields = ("name",)


@admin.register(IndexJob)
class IndexJobAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("document_id", "target", "queued_at", "attempts", "error")
    list_filter = ("target", "attempts")
    list_select_related = ("target",)
    search_fields = ("document_id", "error")


@admin.register(HeavyTerms)
class HeavyTermsAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("document",)
    list_select_related = ("document",)
    search_fields = ("document__title",)
