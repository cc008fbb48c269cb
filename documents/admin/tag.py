"""Administration of which record carries which free word."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.noted import Noted
from documents.models import KeywordItem, TagItem


class WordItemAdmin(Noted):
    list_display = ("tag", "content_object")
    list_select_related = ("tag", "content_object")
    search_fields = ("tag__name", "content_object__title")
    autocomplete_fields = ("tag", "content_object")


@admin.register(KeywordItem)
class KeywordItemAdmin(WordItemAdmin):
    """The publisher's keywords."""


@admin.register(TagItem)
class TagItemAdmin(WordItemAdmin):
    """The curators' tags."""
