"""The names that the links were made with, so that it shows when names have changed since."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LinkedVocabulary(models.Model):
    """One row; without it nobody knows, and every record is to be linked anew."""

    rules = models.CharField(_("version of the rules"), max_length=64)
    rows = models.JSONField(
        _("topics, names and places"),
        help_text=_("As they were when the records were linked last."),
    )
    linked_at = models.DateTimeField(_("linked at"))

    class Meta:
        verbose_name = _("names the links were made with")
        verbose_name_plural = _("names the links were made with")
        constraints = [
            models.CheckConstraint(name="linked_vocabulary_is_one_row", condition=Q(pk=1))
        ]

    def __str__(self) -> str:
        return f"{self.linked_at:%Y-%m-%d %H:%M}"
