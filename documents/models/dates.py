"""The dates a page states: each with its role, its precision and its own words."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of


class Precision(models.TextChoices):
    YEAR = "year", _("year")
    MONTH = "month", _("month")
    DAY = "day", _("day")
    SECOND = "second", _("second")


class DatedFact(models.Model):
    """One date of a page; `raw` is what stands there, `on` what it means."""

    class Role(models.TextChoices):
        REPORT = "report", _("Report date")
        POSTED = "posted", _("Posted")
        UPDATED = "updated", _("Updated")
        EVENT = "event", _("Event")
        ISSUED = "issued", _("Issued")
        EFFECTIVE = "effective", _("In force from")
        EXPIRES = "expires", _("Expires")
        DEADLINE = "deadline", _("Last day for an answer")
        OTHER = "other", _("Another date")

    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="dated_facts",
        verbose_name=_("document"),
    )
    position = models.PositiveSmallIntegerField(default=0, verbose_name=_("position"))
    role = models.CharField(_("role"), max_length=10, choices=Role)
    on = models.DateField(_("date"))
    at = models.DateTimeField(
        _("moment"), null=True, blank=True, help_text=_("Asia/Shanghai is assumed.")
    )
    precision = models.CharField(
        _("precision"), max_length=6, choices=Precision, default=Precision.DAY
    )
    raw = models.CharField(_("as written"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("dated fact")
        verbose_name_plural = _("dated facts")
        ordering = ["position", "pk"]
        constraints = [
            one_of("dated_fact", "precision", ["year", "month", "day", "second"]),
            one_of(
                "dated_fact",
                "role",
                [
                    "report",
                    "posted",
                    "updated",
                    "event",
                    "issued",
                    "effective",
                    "expires",
                    "deadline",
                    "other",
                ],
            ),
            models.UniqueConstraint(
                fields=["document", "role", "on", "raw"], name="dated_fact_once"
            ),
            models.CheckConstraint(
                name="dated_fact_second_has_a_moment",
                condition=~Q(precision="second") | Q(at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.on}"
