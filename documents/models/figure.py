"""A quantity that a record states, with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from documents.models.visibility import Visibility


class FigureQuerySet(models.QuerySet["Figure"]):
    def readable_by(self, visibility: Visibility) -> Self:
        """Keep the figures that a viewer may read, by record and by licence."""
        readable = self.filter(visibility.readable("document__"))
        return readable if visibility.reads_licensed else readable.filter(is_restricted=False)

    def with_records(self) -> Self:
        """Load each figure with its record as far as a list shows it."""
        heavy = ("document__abstract", "document__body", "document__restricted_body")
        return self.select_related("document__source").defer(*heavy)


class Figure(models.Model):
    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="figures",
        verbose_name=_("document"),
    )
    topic = models.ForeignKey(
        "documents.Topic",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("topic"),
    )
    position = models.PositiveIntegerField(default=0, verbose_name=_("position"))
    zone = models.CharField(_("zone"), max_length=10)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    value = models.FloatField(_("value"))
    as_written = models.CharField(_("as written"), max_length=200)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    what = models.CharField(_("what is counted"), max_length=300, blank=True)
    measure = models.CharField(
        _("what it measures"),
        max_length=80,
        blank=True,
        help_text=_("The same for figures that may be set side by side."),
    )
    quote = models.TextField(_("sentence"))
    due_year = models.PositiveSmallIntegerField(_("due year of a target"), null=True, blank=True)
    is_restricted = models.BooleanField(_("rests on licensed text"), default=False)

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["document", "position"]
        indexes = [
            models.Index(fields=["topic", "measure"]),
            models.Index(fields=["topic", "document"]),
        ]
        constraints = [
            models.CheckConstraint(name="figure_has_a_quote", condition=~Q(quote="")),
            models.UniqueConstraint(
                fields=["document", "zone", "start", "end"], name="figure_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_written} {self.what}"
