"""Administration of names found in texts and of what they may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from documents.models import Candidate, Mention

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


class CandidateInline(admin.TabularInline):
    model = Candidate
    extra = 0
    autocomplete_fields = ("topic",)


@admin.register(Mention)
class MentionAdmin(admin.ModelAdmin):
    list_display = ("surface", "kind", "sense", "zone", "role", "status", "document")
    list_filter = ("kind", "zone", "role", "status", "polarity", "sense")
    list_select_related = ("document",)
    search_fields = ("surface", "quote", "document__title")
    autocomplete_fields = ("document",)
    inlines = (CandidateInline,)


@admin.register(Candidate)
class CandidateAdmin(admin.ModelAdmin):
    list_display = ("mention", "topic")
    list_filter = ("topic__facet",)
    search_fields = ("mention__surface", "topic__names__name")
    autocomplete_fields = ("mention", "topic")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Candidate]:
        rows = super().get_queryset(request).select_related("mention", "topic")
        return rows.prefetch_related("topic__names")
