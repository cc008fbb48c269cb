"""Administration of entries that were typed and not handed in: to look at, and to delete."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import WrittenByMachine
from documents.models import KeptReview


@admin.register(KeptReview)
class KeptReviewAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("submission", "by", "kept_at")
    list_filter = ("kept_at",)
    list_select_related = ("submission", "by")
    search_fields = ("submission__file_name", "submission__raw", "by__username")
