"""What came in, word for word, so that a record can be derived from it again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Submission(models.Model):
    class State(models.TextChoices):
        OPEN = "open", _("Waiting for review")
        ACCEPTED = "accepted", _("Became a record")
        REFUSED = "refused", _("Set aside")

    raw = models.TextField(_("text as it came"))
    checksum = models.CharField(_("SHA-256 of the text"), max_length=64, unique=True)
    media_type = models.CharField(
        max_length=100, default="text/plain", verbose_name=_("media type")
    )
    title = models.CharField(
        _("title as it was read"),
        max_length=500,
        blank=True,
        help_text=_("By it the queue names the text."),
    )
    file_name = models.CharField(_("file name"), max_length=300, blank=True)
    import_key = models.CharField(
        _("name in the import"),
        max_length=300,
        blank=True,
        db_index=True,
        help_text=_("Table and row, or folder and file; an import finds its record again by it."),
    )
    read_as = models.JSONField(
        _("digests of the values as imported"),
        default=dict,
        blank=True,
        help_text=_("By field; what differs from it now was changed by a curator."),
    )
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    attachment = models.ForeignKey(
        "documents.Attachment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("attachment"),
    )
    state = models.CharField(
        max_length=10, choices=State, default=State.OPEN, verbose_name=_("state")
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="submissions",
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(auto_now_add=True, verbose_name=_("submitted at"))
    document = models.OneToOneField(
        "documents.Document",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="submission",
        verbose_name=_("document"),
    )

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="submission_is_not_empty", condition=~Q(raw="")),
        ]

    def __str__(self) -> str:
        return self.title or self.file_name or f"{self.raw.strip()[:60]}"
