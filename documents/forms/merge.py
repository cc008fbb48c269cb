"""Which tag or record is given up, and which takes its place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from documents.forms.record_field import RecordField


class TagNameField(forms.CharField):
    """A tag by its name, whatever the case; gives the tag."""

    def clean(self, value: Any) -> Tag:
        name = super().clean(value)
        tag = Tag.objects.filter(name__iexact=name).first()
        if tag is None:
            raise forms.ValidationError(_("There is no tag of this name."))
        return tag


class MergeTagsForm(forms.Form):
    tag = TagNameField(label=_("Give up"), max_length=100)
    into = TagNameField(label=_("and use instead"), max_length=100)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("tag") and cleaned.get("tag") == cleaned.get("into"):
            self.add_error("into", _("Name two different tags."))
        return cleaned

    def pair(self) -> tuple[Tag, Tag]:
        """Return the tag given up and the one that stays; call only when valid."""
        return self.cleaned_data["tag"], self.cleaned_data["into"]


class MergeRecordForm(forms.Form):
    into = RecordField(label=_("Number or address of the record that stays"))
