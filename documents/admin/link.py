"""Administration of links between records and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.utils import timezone

from documents.admin.noted import Noted
from documents.models import TopicLink

if TYPE_CHECKING:
    from django import forms
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(TopicLink)
class TopicLinkAdmin(Noted):
    list_display = ("document", "topic", "status", "origin", "confidence", "mention_count")
    list_display_links = ("document", "topic")
    list_filter = ("status", "origin", "topic__facet", "is_restricted")
    search_fields = ("document__title", "topic__names__name", "quote")
    autocomplete_fields = ("document", "topic")
    readonly_fields = ("mention_count", "quotes", "rule", "decided_by", "decided_at", "created_at")
    exclude = ("mentions",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[TopicLink]:
        links = super().get_queryset(request).select_related("document", "topic")
        return links.prefetch_related("topic__names")

    def save_model(
        self,
        request: HttpRequest,
        obj: TopicLink,
        form: forms.ModelForm[TopicLink],
        change: bool,  # noqa: FBT001
    ) -> None:
        """Whoever sets a link here has decided it; the machine leaves it alone from then on."""
        if not change:
            obj.origin = TopicLink.Origin.CURATOR
        obj.decided_by_id = request.user.pk
        obj.decided_at = timezone.now()
        super().save_model(request, obj, form, change)
