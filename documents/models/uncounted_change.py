"""A record whose last change the kept counts do not hold yet, noted in the change's transaction."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable


class UncountedChangeManager(models.Manager["UncountedChange"]):
    def note(self, ids: Iterable[int]) -> None:
        """Write down that these records, or links of theirs, changed or went away.

        A record noted before gets a new token, so that whoever counted it knows that it changed
        once more.
        """
        token, now = uuid.uuid4(), timezone.now()
        self.bulk_create(
            [UncountedChange(document_id=pk, token=token, noted_at=now) for pk in sorted(set(ids))],
            batch_size=500,
            update_conflicts=True,
            unique_fields=["document_id"],
            update_fields=["token", "noted_at"],
        )


class UncountedChange(models.Model):
    """It has no foreign key to the document, since that may have been deleted."""

    document_id = models.BigIntegerField(_("number of the record"), unique=True)
    token = models.UUIDField(_("token of the change"))
    noted_at = models.DateTimeField(_("noted at"))

    objects = UncountedChangeManager()

    class Meta:
        verbose_name = _("change not counted yet")
        verbose_name_plural = _("changes not counted yet")
        ordering = ["noted_at", "pk"]

    def __str__(self) -> str:
        return f"{self.document_id} ({self.noted_at:%Y-%m-%d %H:%M})"
