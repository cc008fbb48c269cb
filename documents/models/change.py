"""The history: who changed what of a record, a link, a relation or a topic, when, and why.

An own table rather than django-simple-history: a record is spread over eleven tables (authors in
order, dates, free words …), of which that package would keep eleven shadows without saying that
they changed together; our verbs know the whole change, its author and reason, and its page would
not pass the Content-Security-Policy.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of


class Change(models.Model):
    """One deliberate change; `fields` maps each field to its value before and after."""

    class Noun(models.TextChoices):
        DOCUMENT = "document", _("Record")
        LINK = "link", _("Link")
        TOPIC = "topic", _("Topic")
        TAG = "tag", _("Tag")
        RELATION = "relation", _("Relation")
        MENTION = "mention", _("Name")

    noun = models.CharField(_("what"), max_length=10, choices=Noun)
    object_id = models.BigIntegerField(_("its number"))
    label = models.CharField(_("its name then"), max_length=500, blank=True)
    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("document"),
    )
    verb = models.CharField(_("change"), max_length=20)
    why = models.TextField(_("reason"), blank=True)
    fields = models.JSONField(_("before and after"), default=dict, blank=True)
    batch = models.UUIDField(_("done together"), null=True, blank=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), db_index=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["noun", "object_id"])]
        constraints = [
            one_of("change", "noun", ["document", "link", "topic", "tag", "relation", "mention"])
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.verb}"
