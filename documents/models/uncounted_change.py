"""A change of records that the kept counts do not hold yet, noted in the change's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable


class UncountedChangeManager(models.Manager["UncountedChange"]):
    def note(self, ids: Iterable[int]) -> None:
        """Write down that these records, or links of theirs, changed or went away."""
        documents = sorted(set(ids))
        if documents:
            self.create(documents=documents)


class UncountedChange(models.Model):
    """The records of one change; rows are only added, so that writers never wait for each other."""

    documents = models.JSONField(_("numbers of the records"))
    noted_at = models.DateTimeField(_("noted at"), default=timezone.now)

    objects = UncountedChangeManager()

    class Meta:
        verbose_name = _("change not counted yet")
        verbose_name_plural = _("changes not counted yet")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.noted_at:%Y-%m-%d %H:%M}: {len(self.documents)}"
