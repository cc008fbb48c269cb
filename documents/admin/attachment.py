"""Administration of uploaded originals."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import WrittenByMachine
from documents.models import Attachment


@admin.register(Attachment)
class AttachmentAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("name", "media_type", "size", "checksum", "created_at")
    list_filter = ("media_type",)
    search_fields = ("name", "checksum")
    date_hierarchy = "created_at"
