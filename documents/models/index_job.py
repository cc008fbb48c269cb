"""The outbox between the database and the search indexes."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of


class IndexTarget(models.Model):
    """One index that must hear of every change: the live one, or one being built beside it."""

    class State(models.TextChoices):
        LIVE = "live", _("Live")
        BUILDING = "building", _("Being built")

    name = models.CharField(_("name"), max_length=100, unique=True)
    engine = models.CharField(_("engine"), max_length=40)
    state = models.CharField(_("state"), max_length=10, choices=State)
    schema = models.CharField(_("schema and analyser"), max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True, verbose_name=_("created at"))
    checked_at = models.DateTimeField(_("last checked"), null=True, blank=True)

    class Meta:
        verbose_name = _("index")
        verbose_name_plural = _("indexes")
        constraints = [
            one_of("index_target", "state", ["live", "building"]),
            models.UniqueConstraint(
                fields=["engine"],
                condition=models.Q(state="live"),
                name="index_target_one_live_an_engine",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"


class IndexJob(models.Model):
    """One document whose entry in one index may be stale.

    It has no foreign key to the document, since that may have been deleted.
    """

    target = models.ForeignKey(
        IndexTarget, on_delete=models.CASCADE, related_name="jobs", verbose_name=_("index")
    )
    document_id = models.BigIntegerField(verbose_name=_("document"))
    queued_at = models.DateTimeField(_("queued at"), default=timezone.now, db_index=True)
    attempts = models.PositiveIntegerField(default=0, verbose_name=_("attempts"))
    error = models.TextField(blank=True, verbose_name=_("error"))

    class Meta:
        verbose_name = _("waiting index job")
        verbose_name_plural = _("waiting index jobs")
        ordering = ["queued_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["target", "document_id"], name="index_job_once")
        ]

    def __str__(self) -> str:
        return f"{self.target.name}: document {self.document_id}"


class HeavyTerms(models.Model):
    """The heaviest public terms of a record, stored when it is indexed, for related records."""

    document = models.OneToOneField(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="heavy_terms",
        primary_key=True,
        verbose_name=_("document"),
    )
    terms = models.JSONField(_("terms and weights"), default=list)

    class Meta:
        verbose_name = _("heavy terms of a record")
        verbose_name_plural = _("heavy terms of records")

    def __str__(self) -> str:
        return f"{self.document_id}: {len(self.terms)}"
