"""Administration of relations between records."""

from __future__ import annotations

from django.contrib import admin

from documents.models import Relation


@admin.register(Relation)
class RelationAdmin(admin.ModelAdmin):
    list_display = ("subject", "kind", "object", "status", "origin")
    list_filter = ("kind", "status", "origin")
    list_select_related = ("subject", "object")
    search_fields = ("subject__title", "object__title", "quote")
    autocomplete_fields = ("subject", "object")
    readonly_fields = ("decided_by", "decided_at")
