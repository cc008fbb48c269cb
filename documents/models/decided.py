"""What the machine proposes and a person decides: the fields a link and a relation share."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.text.percent import whole_percent


class Decided(models.Model):
    """A claim with its evidence, who made it, and what was decided about it.

    `confidence` is a share from 0 to 1; `rule` names the rule that proposed the claim.
    """

    class Status(models.TextChoices):
        SUGGESTED = "suggested", _("Suggested")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")

    class Origin(models.TextChoices):
        RULE = "rule", _("By rule")
        CURATOR = "curator", _("By a curator")

    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.SUGGESTED)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.RULE)
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    confidence = models.FloatField(_("confidence"), default=1.0)
    quote = models.TextField(_("evidence"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def percent(self) -> int:
        return whole_percent(self.confidence)

    @property
    def is_decided(self) -> bool:
        """Whether a person accepted, rejected or set it; the machine leaves it alone."""
        return self.origin == self.Origin.CURATOR or self.decided_at is not None
