"""Which places make up a cluster, a basin, a strategy or a macro-region."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of
from documents.models.shipped import Shipped


class Membership(Shipped):
    class Coverage(models.TextChoices):
        WHOLE = "whole", _("Whole unit")
        PART = "part", _("Part of the unit")

    class Status(models.TextChoices):
        """How far the published lists agree."""

        AGREED = "agreed", _("Agreed")
        SINGLE = "single", _("In one list only")
        CONTESTED = "contested", _("Contested")

    whole = models.ForeignKey(
        "documents.Topic",
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("whole"),
    )
    part = models.ForeignKey(
        "documents.Topic",
        on_delete=models.CASCADE,
        related_name="part_memberships",
        verbose_name=_("part"),
    )
    coverage = models.CharField(
        _("coverage"), max_length=5, choices=Coverage, default=Coverage.WHOLE
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.AGREED)
    is_core = models.BooleanField(_("core member"), default=False)
    note = models.TextField(_("note"), blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["whole", "pk"]
        constraints = [
            one_of("membership", "coverage", ["whole", "part"]),
            one_of("membership", "status", ["agreed", "single", "contested"]),
            models.UniqueConstraint(fields=["whole", "part"], name="membership_once"),
            models.CheckConstraint(name="membership_is_between_two", condition=~Q(whole=F("part"))),
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} ∈ {self.whole}"
