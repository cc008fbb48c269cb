"""Edits in the administration stand in the history like those at the desk, with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from documents.curation import because
from documents.curation.outside_edits import note_deletion, note_difference, snapshot_of
from documents.models import Document, Topic, TopicLink

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.http import HttpRequest

    from documents.curation.outside_edits import Owner, Snapshot

# The field by which a part leads to the record or the topic that it belongs to.
_LEADS = ("document", "content_object", "topic", "whole")


class NotedForm(forms.ModelForm):
    """A form with room for the reason of a change."""

    why = forms.CharField(
        label=_("Reason"), required=False, max_length=500, help_text=_("Kept in the history.")
    )


class Noted(admin.ModelAdmin):
    """A page of records, topics, links or parts of them; each change is noted where it belongs."""

    form = NotedForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = list(super().get_fields(request, obj))
        return fields if "why" in fields else [*fields, "why"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        owner = _owner_of(obj)
        form.noted_before = _stored(owner)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        owner = _owner_of(form.instance)
        if owner is not None:
            user: Any = request.user
            with because(form.cleaned_data.get("why", "")):
                note_difference(owner, form.noted_before, by=user, now=timezone.now())

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._delete(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for obj in queryset:
            self._delete(request, obj)

    def _delete(self, request: HttpRequest, obj: Any) -> None:
        user: Any = request.user
        owner, now = _owner_of(obj), timezone.now()
        before = _stored(owner)
        if owner is not None and owner.pk == obj.pk and isinstance(obj, type(owner)):
            note_deletion(owner, by=user, now=now)
            obj.delete()
            return
        obj.delete()
        if owner is not None:
            note_difference(owner, before, by=user, now=now)


def _owner_of(obj: Model) -> Owner | None:
    """Return the record, topic or link of which the history tells a change of a row."""
    if isinstance(obj, (Document, Topic, TopicLink)):
        return obj
    for name in _LEADS:
        owner = getattr(obj, name, None)
        if isinstance(owner, (Document, Topic)):
            return owner
    return None


def _stored(owner: Owner | None) -> Snapshot | None:
    """Return an owner as it is stored, None where it is not yet."""
    if owner is None or owner.pk is None:
        return None
    model = Topic if isinstance(owner, Topic) else type(owner)
    return snapshot_of(model.objects.get(pk=owner.pk))
