"""Administration of authors and their records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from documents.admin.rights import ReadOnly
from documents.models import Author, Authorship

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


class AuthorshipsListed(ReadOnly, admin.TabularInline):
    model = Authorship
    fields = ("document", "position", "affiliations", "group")
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Authorship]:
        return super().get_queryset(request).select_related("document", "author")


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ("name", "records")
    search_fields = ("name",)
    inlines = (AuthorshipsListed,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        counted: QuerySet[Author] = (
            super().get_queryset(request).annotate(record_count=Count("authorships"))
        )
        return counted

    @admin.display(description=_("records"), ordering="record_count")
    def records(self, author: Author) -> int:
        count: int = author.record_count  # type: ignore[attr-defined]
        return count
