"""Vocabulary rows that came with the product, and how an editor's change to one is kept."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Shipped(models.Model):
    """A row that may have been shipped.

    `shipped_digest` is the digest of the values it was shipped with; a reload updates the row only
    while its present values still have that digest. Rows that people added have none.
    """

    shipped_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True


class ShippedRow(models.Model):
    """A row that was loaded once: if it is gone now, an editor deleted it, and it stays gone."""

    vocabulary = models.CharField(max_length=40, verbose_name=_("vocabulary"))
    key = models.CharField(max_length=200, verbose_name=_("key"))

    class Meta:
        verbose_name = _("shipped row")
        verbose_name_plural = _("shipped rows")
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "key"], name="shipped_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.vocabulary}: {self.key}"
