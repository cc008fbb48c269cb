"""The captions of a record's images."""

from __future__ import annotations

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from documents.ingest import Caption


class CaptionForm(forms.Form):
    text = forms.CharField(
        label=_("Caption"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    credit = forms.CharField(label=_("Credit"), required=False, max_length=200)
    file_name = forms.CharField(label=_("File name"), required=False, max_length=300)

    def to_entry(self) -> Caption | None:
        """Return the caption, or None where the row is empty."""
        data = self.cleaned_data
        caption = Caption(data.get("text", ""), data.get("credit", ""), data.get("file_name", ""))
        return caption if any((caption.text, caption.credit, caption.file_name)) else None


CaptionFormSet = formset_factory(CaptionForm, extra=1, max_num=100)


def caption_rows(captions: tuple[Caption, ...]) -> list[dict[str, str]]:
    """Return the initial rows of the formset."""
    return [
        {"text": one.text, "credit": one.credit, "file_name": one.file_name} for one in captions
    ]
