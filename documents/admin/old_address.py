"""Administration of addresses that lead elsewhere now."""

from __future__ import annotations

from django.contrib import admin

from documents.models import OldAddress


@admin.register(OldAddress)
class OldAddressAdmin(admin.ModelAdmin):
    list_display = ("kind", "slug", "new_slug", "created_at")
    list_display_links = ("slug",)
    list_filter = ("kind",)
    search_fields = ("slug", "new_slug")
