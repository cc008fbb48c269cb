"""Addresses that were given up by a merge or a new slug, and where they lead now."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of


class OldAddress(models.Model):
    class Kind(models.TextChoices):
        REGION = "region", _("Region")
        CLUSTER = "cluster", _("Cluster")
        THEME = "theme", _("Policy theme")
        INSTRUMENT = "instrument", _("Policy instrument")
        TAG = "tag", _("Tag")
        SOURCE = "source", _("Source")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    slug = models.CharField(_("old slug"), max_length=100)
    new_slug = models.CharField(_("present slug"), max_length=100)
    created_at = models.DateTimeField(auto_now_add=True, verbose_name=_("created at"))

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["kind", "slug"]
        constraints = [
            one_of(
                "old_address", "kind", ["region", "cluster", "theme", "instrument", "tag", "source"]
            ),
            models.UniqueConstraint(fields=["kind", "slug"], name="old_address_once"),
            models.CheckConstraint(
                name="old_address_leads_elsewhere", condition=~Q(slug=F("new_slug"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug} → {self.new_slug}"
