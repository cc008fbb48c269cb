"""The counted base of records, kept so that a visitor's page need not count it again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class KeptCounts(models.Model):
    """One row; a cache of what the records and links say, which may be deleted at any time."""

    version = models.UUIDField(_("version"))
    layout = models.PositiveSmallIntegerField(_("layout of the data"))
    record_count = models.PositiveIntegerField(_("records"))
    counted_at = models.DateTimeField(_("counted at"))
    data = models.BinaryField(_("data"))

    class Meta:
        verbose_name = _("kept counts")
        verbose_name_plural = _("kept counts")
        constraints = [models.CheckConstraint(name="kept_counts_are_one_row", condition=Q(pk=1))]

    def __str__(self) -> str:
        return f"{self.record_count} ({self.counted_at:%Y-%m-%d %H:%M})"
