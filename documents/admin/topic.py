"""Administration of topics: one page for all, and one for each facet with its own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from documents.admin.names_changed import TellsOfNames
from documents.admin.noted import Noted
from documents.models import (
    Cluster,
    Instrument,
    Membership,
    Place,
    PolicyTheme,
    Region,
    Topic,
    TopicName,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

INTRO = ("intro_en", "intro_zh")


class TopicNameInline(admin.TabularInline):
    model = TopicName
    extra = 1


class PlaceInline(admin.StackedInline):
    model = Place
    fields = (("level", "code", "pinyin"), ("lat", "lon"))


class MembersListed(admin.TabularInline):
    """The members there are; their names are loaded once, not a widget each."""

    model = Membership
    fk_name = "whole"
    fields = readonly_fields = ("part", "coverage", "status", "is_core", "note")
    extra = 0
    show_change_link = True
    verbose_name_plural = _("members")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows = super().get_queryset(request).select_related("whole", "part")
        return rows.prefetch_related("whole__names", "part__names")

    def has_add_permission(self, request: HttpRequest, obj: Topic | None = None) -> bool:
        return False


class MembersAdded(admin.TabularInline):
    """Members to add."""

    model = Membership
    fk_name = "whole"
    fields = ("part", "coverage", "status", "is_core", "note")
    autocomplete_fields = ("part",)
    extra = 2
    verbose_name_plural = _("members to add")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).none()


class FacetAdmin(TellsOfNames, Noted):
    """What the pages of all facets share."""

    list_display: tuple[Any, ...] = ("label", "other_label", "slug", "parent")
    list_display_links = ("label", "other_label")
    search_fields = ("names__name", "slug")
    autocomplete_fields = ("parent",)
    inlines: ClassVar[tuple[Any, ...]] = (TopicNameInline,)
    fields: ClassVar[tuple[Any, ...]] = ("slug", "parent", "position", *INTRO)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        topics = super().get_queryset(request).select_related("parent")
        return topics.prefetch_related("names", "parent__names")


@admin.register(Topic)
class TopicAdmin(FacetAdmin):
    list_display = ("label", "other_label", "facet", "slug", "parent")
    list_filter = ("facet", "sense", "tier")
    fields = (
        *("facet", "slug", "parent", "sense", "tier"),
        *("number", "issued_on", "position", *INTRO),
    )


class OneFacetAdmin(FacetAdmin):
    """A page of one facet: what is added here belongs to it."""

    def save_model(
        self,
        request: HttpRequest,
        obj: Topic,
        form: object,
        change: bool,  # noqa: FBT001
    ) -> None:
        obj.facet = self.model.FACET
        super().save_model(request, obj, form, change)


@admin.register(Region)
class RegionAdmin(OneFacetAdmin):
    list_filter = ("place__level",)
    inlines = (PlaceInline, TopicNameInline, MembersListed, MembersAdded)


@admin.register(Cluster)
class ClusterAdmin(OneFacetAdmin):
    list_display = ("label", "other_label", "slug", "sense", "tier")
    list_filter = ("sense", "tier")
    fields = ("slug", "parent", "sense", "tier", "position", *INTRO)
    inlines = (TopicNameInline, MembersListed, MembersAdded)


@admin.register(PolicyTheme)
class PolicyThemeAdmin(OneFacetAdmin):
    list_filter = (("parent", admin.EmptyFieldListFilter),)


@admin.register(Instrument)
class InstrumentAdmin(OneFacetAdmin):
    list_display = ("label", "other_label", "number", "issued_on", "slug")
    fields = ("slug", "parent", "number", "issued_on", "position", *INTRO)


@admin.register(Place)
class PlaceAdmin(TellsOfNames, Noted):
    list_display = ("topic", "level", "code", "pinyin", "lat", "lon")
    list_filter = ("level",)
    search_fields = ("code", "pinyin", "topic__names__name")
    autocomplete_fields = ("topic",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Place]:
        places = super().get_queryset(request).select_related("topic")
        return places.prefetch_related("topic__names")
