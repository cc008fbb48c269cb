"""The record itself, and the reads that concern only records."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

from django.db import models
from django.db.models import F, Q
from django.urls import get_script_prefix, reverse
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy as _
from taggit.managers import TaggableManager

from documents.models.dates import Precision
from documents.models.rules import one_of
from documents.models.tag import KeywordItem, TagItem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from documents.models.visibility import Visibility


@cache
def _addresses_begin(_prefix: str, _language: str) -> str:
    """Return what the address of each record begins with: a list asks for twenty."""
    return reverse("documents:document", args=[0]).removesuffix("0/")


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, visibility: Visibility) -> Self:
        """Return the records whose title and dates the viewer may see at that moment."""
        return self.filter(visibility.listed())

    def readable_by(self, visibility: Visibility) -> Self:
        """Return the records whose public text the viewer may see: no embargo is left."""
        return self.filter(visibility.readable())

    def published(self) -> Self:
        return self.filter(status=Document.Status.PUBLISHED)

    def newest_first(self) -> Self:
        """Order by the date shown; records without one come last, then the later entry first."""
        return self.order_by(F("sorted_on").desc(nulls_last=True), "-pk")

    def for_lists(self) -> Self:
        """Load what one row of a list shows."""
        return self.select_related("source").defer("body", "restricted_body")

    def for_indexing(self) -> Self:
        """Load the fields of a document that an index record needs."""
        return self.only(
            *("title", "abstract", "body", "restricted_body", "kind", "language", "source"),
            *("number", "series", "total_number", "sorted_on"),
            *("status", "visible_from", "embargo_until"),
        ).prefetch_related("source")

    def in_order(self, ids: Iterable[int]) -> list[Document]:
        """Return the documents with these ids, in that order; missing ones are left out."""
        wanted = list(ids)
        found = self.order_by().in_bulk(wanted)
        return [found[pk] for pk in wanted if pk in found]


class Document(models.Model):  # type: ignore[django-manager-missing]  # taggit is untyped
    """A report, news item, release, policy or brief: one page of a source, made a record."""

    class Kind(models.TextChoices):
        REPORT = "report", _("Report")
        NEWS = "news", _("News item")
        RELEASE = "release", _("Foundation release")
        POLICY = "policy", _("Official policy")
        BRIEF = "brief", _("Analyst's brief")

    class Status(models.TextChoices):
        """What an editor decided; schedule and embargo are moments, not states."""

        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("In review")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        TRASHED = "trashed", _("In the trash")

    GIVEN_UP = (Status.TRASHED, Status.WITHDRAWN)

    class Access(models.TextChoices):
        OPEN = "open", _("Open")
        LICENSED = "licensed", _("Licensed")

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        CHINESE = "zh", _("Chinese")
        GERMAN = "de", _("German")
        FRENCH = "fr", _("French")
        OTHER = "und", _("Another language")

    class Extent(models.TextChoices):
        """How much of the text the page gave."""

        FULL = "full", _("Full text")
        ABSTRACT = "abstract", _("Abstract only")
        TEASER = "teaser", _("Teaser only")

    class SourceBasis(models.TextChoices):
        STATED = "stated", _("Stated on the page")
        INFERRED = "inferred", _("Inferred from the page")
        CURATOR = "curator", _("Set by a curator")
        UNKNOWN = "unknown", _("Unknown")

    class SortRole(models.TextChoices):
        """Which of the dates the record is sorted by."""

        REPORT = "report", _("Report date")
        POSTED = "posted", _("Posted")
        UPDATED = "updated", _("Updated")
        EVENT = "event", _("Event date")
        ISSUED = "issued", _("Issued")
        CURATOR = "curator", _("Set by a curator")

    title = models.CharField(_("title"), max_length=500)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    language = models.CharField(_("language"), max_length=3, choices=Language, default="en")
    abstract = models.TextField(_("abstract"), blank=True)
    body = models.TextField(
        _("body"), blank=True, help_text=_("Public text; for a licensed record its teaser.")
    )
    restricted_body = models.TextField(
        _("restricted body"), blank=True, help_text=_("Text for licence holders only.")
    )
    extent = models.CharField(_("extent"), max_length=10, choices=Extent, default=Extent.FULL)

    source = models.ForeignKey(
        "documents.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("source"),
    )
    source_basis = models.CharField(
        _("basis of the source"), max_length=10, choices=SourceBasis, default=SourceBasis.UNKNOWN
    )
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    series = models.CharField(_("series"), max_length=200, blank=True)
    number = models.CharField(_("number"), max_length=100, blank=True)
    total_number = models.PositiveIntegerField(_("running total"), null=True, blank=True)
    related_titles = models.JSONField(_("related titles"), default=list, blank=True)

    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_precision = models.CharField(
        _("precision"), max_length=6, choices=Precision, blank=True
    )
    sorted_on = models.DateField(_("sorted on"), null=True, blank=True, db_index=True)
    sorted_role = models.CharField(_("sorted by"), max_length=10, choices=SortRole, blank=True)

    access = models.CharField(_("access"), max_length=10, choices=Access, default=Access.OPEN)
    access_note = models.TextField(_("access note"), blank=True)
    access_note_language = models.CharField(_("language of the note"), max_length=3, blank=True)

    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    visible_from = models.DateTimeField(_("visible from"), null=True, blank=True)
    embargo_until = models.DateTimeField(_("text hidden until"), null=True, blank=True)
    published_at = models.DateTimeField(_("made public at"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("reason for withdrawal"), blank=True)
    is_sample = models.BooleanField(_("sample record"), default=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    keywords = TaggableManager(
        verbose_name=_("publisher's keywords"),
        through=KeywordItem,
        related_name="keyword_documents",
        blank=True,
    )
    tags = TaggableManager(
        verbose_name=_("curators' tags"),
        through=TagItem,
        related_name="tagged_documents",
        blank=True,
    )
    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = [F("sorted_on").desc(nulls_last=True), "-pk"]
        permissions = [
            ("read_licensed", _("Can read licensed text")),
            ("publish_document", _("Can publish and withdraw records")),
        ]
        indexes = [
            models.Index(fields=["status", "visible_from"]),
            models.Index(fields=["number"]),
            models.Index(fields=["series"]),
            models.Index(
                fields=["embargo_until"],
                condition=Q(embargo_until__isnull=False),
                name="document_embargo",
            ),
        ]
        constraints = [
            one_of("document", "kind", ["report", "news", "release", "policy", "brief"]),
            one_of("document", "status", ["draft", "review", "published", "withdrawn", "trashed"]),
            one_of("document", "access", ["open", "licensed"]),
            one_of("document", "language", ["en", "zh", "de", "fr", "und"]),
            one_of("document", "extent", ["full", "abstract", "teaser"]),
            one_of("document", "source_basis", ["stated", "inferred", "curator", "unknown"]),
            models.CheckConstraint(
                name="document_has_a_title",
                violation_error_message=_("Give the title."),
                condition=~Q(title=""),
            ),
            models.CheckConstraint(
                name="document_published_has_a_moment",
                violation_error_message=_(
                    "A published record has a moment from which it is visible."
                ),
                condition=~Q(status="published")
                | (Q(published_at__isnull=False) & Q(visible_from__isnull=False)),
            ),
            models.CheckConstraint(
                name="document_withdrawn_has_a_reason",
                violation_error_message=_("Give the reason for the withdrawal."),
                condition=~Q(status="withdrawn") | ~Q(withdrawn_reason=""),
            ),
            models.CheckConstraint(
                name="document_restricted_text_is_licensed",
                violation_error_message=_(
                    "Text for licence holders makes the record licensed: set the access to that."
                ),
                condition=Q(restricted_body="") | Q(access="licensed"),
            ),
            models.CheckConstraint(
                name="document_embargo_follows_visibility",
                violation_error_message=_("The embargo ends before the record becomes visible."),
                condition=Q(embargo_until__isnull=True)
                | Q(visible_from__isnull=True)
                | Q(embargo_until__gte=F("visible_from")),
            ),
            models.CheckConstraint(
                name="document_published_on_has_a_precision",
                violation_error_message=_("A date of publication has a precision."),
                condition=Q(published_on__isnull=True, published_precision="")
                | Q(published_on__isnull=False)
                & Q(published_precision__in=["year", "month", "day", "second"]),
            ),
            models.CheckConstraint(
                name="document_sorted_on_has_a_role",
                violation_error_message=_("A date to sort by has a role."),
                condition=Q(sorted_on__isnull=True, sorted_role="")
                | Q(sorted_on__isnull=False) & ~Q(sorted_role=""),
            ),
            models.CheckConstraint(
                name="document_source_has_a_basis",
                violation_error_message=_("Say how the source is known."),
                condition=Q(source__isnull=True) | ~Q(source_basis="unknown"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        begin = _addresses_begin(get_script_prefix(), get_language() or "")
        slug = self.slug
        return f"{begin}{self.pk}-{quote(slug)}/" if slug else f"{begin}{self.pk}/"

    @property
    def slug(self) -> str:
        """Return the readable part of the address; it may be empty and may change."""
        return slugify(self.title, allow_unicode=True)[:80].rstrip("-_")

    def is_scheduled(self, now: datetime) -> bool:
        return (
            self.status == self.Status.PUBLISHED
            and self.visible_from is not None
            and self.visible_from > now
        )

    def is_embargoed(self, now: datetime) -> bool:
        return (
            self.status == self.Status.PUBLISHED
            and self.embargo_until is not None
            and self.embargo_until > now
        )
