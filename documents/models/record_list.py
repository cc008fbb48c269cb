"""A reader's own list of records, and the note kept with each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class RecordList(models.Model):
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="record_lists"
    )
    name = models.CharField(_("name"), max_length=120)
    documents = models.ManyToManyField(
        "documents.Document", through="documents.ListEntry", related_name="record_lists"
    )
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)

    class Meta:
        verbose_name = _("list of records")
        verbose_name_plural = _("lists of records")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="record_list_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(fields=["owner", "name"], name="record_list_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("documents:list", args=[self.pk])


class ListEntry(models.Model):
    record_list = models.ForeignKey(RecordList, on_delete=models.CASCADE, related_name="entries")
    document = models.ForeignKey(
        "documents.Document", on_delete=models.CASCADE, related_name="list_entries"
    )
    note = models.TextField(_("note"), blank=True)
    position = models.PositiveIntegerField(
        _("place on the list"), default=0, help_text=_("0 until the reader puts it somewhere.")
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    class Meta:
        verbose_name = _("record on a list")
        verbose_name_plural = _("records on lists")
        ordering = ["position", "-added_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["record_list", "document"], name="list_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.record_list})"
