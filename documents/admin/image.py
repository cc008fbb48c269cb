"""Administration of images' captions and credits."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.noted import Noted
from documents.models import Image


@admin.register(Image)
class ImageAdmin(Noted):
    list_display = ("__str__", "credit", "document")
    list_select_related = ("document",)
    search_fields = ("caption", "credit", "file_name", "document__title")
    autocomplete_fields = ("document",)
