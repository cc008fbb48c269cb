"""The fingerprint of a record's text, by which copies and versions of it are found."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Signature(models.Model):
    """Derived from the body; it can be made anew at any time."""

    document = models.OneToOneField(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="signature",
        primary_key=True,
        verbose_name=_("document"),
    )
    checksum = models.CharField(_("SHA-256 of the folded text"), max_length=64, db_index=True)
    minhash = models.BinaryField(_("MinHash"), blank=True)

    class Meta:
        verbose_name = _("signature of a text")
        verbose_name_plural = _("signatures of texts")

    def __str__(self) -> str:
        return self.checksum[:12]


class SignatureBand(models.Model):
    """One band of a MinHash: texts that are alike share one, and an index finds it."""

    signature = models.ForeignKey(
        Signature, on_delete=models.CASCADE, related_name="bands", verbose_name=_("signature")
    )
    band = models.BigIntegerField(db_index=True, verbose_name=_("band"))

    class Meta:
        verbose_name = _("band of a signature")
        verbose_name_plural = _("bands of signatures")
        constraints = [
            models.UniqueConstraint(fields=["signature", "band"], name="signature_band_once")
        ]

    def __str__(self) -> str:
        return str(self.band)
