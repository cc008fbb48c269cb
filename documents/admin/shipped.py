"""Administration of the list of vocabulary rows that came with the product."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import WrittenByMachine
from documents.models import ShippedRow


@admin.register(ShippedRow)
class ShippedRowAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("vocabulary", "key")
    list_filter = ("vocabulary",)
    search_fields = ("key",)
