"""What a curator typed into the review of a text and has not handed in, one row a window."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.submission import Submission


class KeptReview(models.Model):
    submission = models.ForeignKey(
        Submission,
        on_delete=models.CASCADE,
        related_name="kept_reviews",
        verbose_name=_("submission"),
    )
    window = models.CharField(
        _("window"),
        max_length=32,
        blank=True,
        help_text=_("Tells apart two pages that one person has open on the same text."),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    values = models.JSONField(_("entries"), default=dict)
    kept_at = models.DateTimeField(_("kept at"))

    class Meta:
        verbose_name = _("entries not handed in")
        verbose_name_plural = _("entries not handed in")
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "window"], name="kept_review_once"),
        ]

    def __str__(self) -> str:
        return f"{self.submission} ({self.by or '–'})"
