"""Administration of readers' lists."""

from __future__ import annotations

from django.contrib import admin

from documents.models import ListEntry, RecordList


@admin.register(RecordList)
class RecordListAdmin(admin.ModelAdmin):
    list_display = ("name", "owner", "created_at")
    list_select_related = ("owner",)
    search_fields = ("name", "owner__username")
    autocomplete_fields = ("owner",)


@admin.register(ListEntry)
class ListEntryAdmin(admin.ModelAdmin):
    list_display = ("document", "record_list", "added_at")
    list_select_related = ("document", "record_list")
    search_fields = ("document__title", "record_list__name", "note")
    autocomplete_fields = ("record_list", "document")
