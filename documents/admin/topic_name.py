"""Administration of the names that topics go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from documents.admin.names_changed import TellsOfNames
from documents.admin.noted import Noted
from documents.models import TopicName

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(TopicName)
class TopicNameAdmin(TellsOfNames, Noted):
    list_display = ("name", "language", "role", "topic")
    list_filter = ("language", "role", "topic__facet")
    search_fields = ("name", "topic__slug")
    autocomplete_fields = ("topic",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[TopicName]:
        names = super().get_queryset(request).select_related("topic")
        return names.prefetch_related("topic__names")
