"""Administration of sources and their other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from documents.models import Source, SourceName

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


class SourceNameInline(admin.TabularInline):
    model = SourceName
    extra = 1


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ("name", "name_zh", "level", "default_kind", "records")
    list_filter = ("level", "default_kind")
    search_fields = ("name", "name_zh", "names__name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (SourceNameInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        counted: QuerySet[Source] = (
            super().get_queryset(request).annotate(record_count=Count("documents"))
        )
        return counted

    @admin.display(description=_("records"), ordering="record_count")
    def records(self, source: Source) -> int:
        count: int = source.record_count  # type: ignore[attr-defined]
        return count


@admin.register(SourceName)
class SourceNameAdmin(admin.ModelAdmin):
    list_display = ("name", "source")
    list_select_related = ("source",)
    search_fields = ("name", "source__name")
    autocomplete_fields = ("source",)
