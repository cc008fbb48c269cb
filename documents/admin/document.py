"""Administration of records: plain data and a look at all that hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from documents.admin.noted import Noted, NotedForm
from documents.admin.rights import ReadOnly
from documents.curation.other_eyes import may_make_public, who_may_publish
from documents.curation.state import STATE
from documents.models import (
    Authorship,
    DatedFact,
    Document,
    Image,
    IssuingBody,
    Mention,
    TopicLink,
)
from documents.models.rights import PUBLISH

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from documents.models.document import DocumentQuerySet


class AuthorshipInline(ReadOnly, admin.TabularInline):
    model = Authorship
    fields = ("position", "author", "affiliations", "group")
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Authorship]:
        return super().get_queryset(request).select_related("author", "document")


class IssuingBodyInline(admin.TabularInline):
    model = IssuingBody
    extra = 0


class DatedFactInline(admin.TabularInline):
    model = DatedFact
    extra = 0


class ImageInline(admin.TabularInline):
    model = Image
    extra = 0


class LinkInline(ReadOnly, admin.TabularInline):
    model = TopicLink
    fields = ("topic", "status", "origin", "confidence", "quote")
    extra = 0
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[TopicLink]:
        links = super().get_queryset(request).select_related("topic", "document")
        return links.prefetch_related("topic__names")


class MentionInline(ReadOnly, admin.TabularInline):
    model = Mention
    fields = ("surface", "kind", "zone", "role", "status")
    extra = 0
    show_change_link = True


class DocumentForm(NotedForm):
    """Leaves what is public to those who publish, here as at the desk."""

    user: ClassVar[User]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        touched = set(self.changed_data) & set(STATE)
        becomes_public = "status" in touched and cleaned.get("status") == Document.Status.PUBLISHED
        if touched and not self.user.has_perm(PUBLISH):
            self.add_error(None, _("Only who may publish changes the state of a record."))
        elif becomes_public:
            record = self.instance if self.instance.pk else None
            if not may_make_public(record, self.user):
                self.add_error("status", who_may_publish(record, self.user))
        return cleaned


@admin.register(Document)
class DocumentAdmin(Noted):
    form = DocumentForm
    list_display = ("title", "kind", "status", "access", "source", "sorted_on", "is_sample")
    list_filter = ("status", "kind", "access", "language", "extent", "is_sample", "source")
    list_select_related = ("source",)
    search_fields = ("title", "number", "source_url")
    autocomplete_fields = ("source",)
    # No field of a constraint is read-only or left out, else the form would not check it.
    readonly_fields = ("review", "created_at", "updated_at")
    date_hierarchy = "sorted_on"
    exclude = ("keywords", "tags")
    inlines = (
        *(LinkInline, MentionInline, AuthorshipInline),
        *(IssuingBodyInline, DatedFactInline, ImageInline),
    )

    def get_form(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:  # type: ignore[override]
        form = super().get_form(request, obj, **options)
        return type(form.__name__, (form,), {"user": request.user})

    def get_queryset(self, request: HttpRequest) -> DocumentQuerySet:
        documents: Any = super().get_queryset(request)
        match = request.resolver_match
        listed = match is not None and str(match.url_name).endswith("_changelist")
        return cast("DocumentQuerySet", documents.for_lists() if listed else documents)

    @admin.display(description=_("Curators' desk"))
    def review(self, document: Document) -> SafeString | str:
        """Return the way to the page on which links, authors and free words are edited."""
        if not document.pk:
            return ""
        address = reverse("documents:curate-record", args=[document.pk])
        return format_html('<a href="{}">{}</a>', address, _("Edit with text and links"))


@admin.register(Authorship)
class AuthorshipAdmin(Noted):
    list_display = ("author", "document", "position", "group")
    list_select_related = ("author", "document")
    search_fields = ("author__name", "document__title", "group")
    autocomplete_fields = ("author", "document")


@admin.register(IssuingBody)
class IssuingBodyAdmin(Noted):
    list_display = ("name", "document", "position")
    list_select_related = ("document",)
    search_fields = ("name", "document__title")
    autocomplete_fields = ("document",)


@admin.register(DatedFact)
class DatedFactAdmin(Noted):
    list_display = ("on", "role", "precision", "raw", "document")
    list_filter = ("role", "precision")
    list_select_related = ("document",)
    search_fields = ("raw", "document__title")
    autocomplete_fields = ("document",)
    date_hierarchy = "on"
