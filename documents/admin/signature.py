"""Administration of the fingerprints of texts."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import ReadOnly
from documents.models import Signature, SignatureBand


class SignatureBandInline(ReadOnly, admin.TabularInline):
    model = SignatureBand
    extra = 0


@admin.register(Signature)
class SignatureAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("document", "checksum")
    list_select_related = ("document",)
    search_fields = ("document__title", "checksum")
    inlines = (SignatureBandInline,)
