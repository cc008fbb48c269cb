"""A picture of the page: what its caption and credit say."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Image(models.Model):
    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="images",
        verbose_name=_("document"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    caption = models.TextField(_("caption"), blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    file_name = models.CharField(_("file name"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="image_position_once")
        ]

    def __str__(self) -> str:
        return self.caption or self.file_name or str(self.pk)
