"""Administration of what belongs to a cluster, a basin or a strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from documents.admin.noted import Noted
from documents.models import Membership

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(Membership)
class MembershipAdmin(Noted):
    list_display = ("whole", "part", "coverage", "status", "is_core", "valid_from", "valid_to")
    list_display_links = ("whole", "part")
    list_filter = ("coverage", "status", "is_core", "whole__facet")
    search_fields = ("whole__names__name", "part__names__name", "note")
    autocomplete_fields = ("whole", "part")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows = super().get_queryset(request).select_related("whole", "part")
        return rows.prefetch_related("whole__names", "part__names")
