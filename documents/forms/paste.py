"""The text of a page as a curator pastes it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.curation.submissions import check_text
from documents.ingest import UnreadablePageError


class PageTextField(forms.CharField):
    """Takes any characters, so that a binary file is refused with our own sentence."""

    def run_validators(self, value: Any) -> None:
        """Leave the judgement to `check_text`."""


class PasteForm(forms.Form):
    raw = PageTextField(
        label=_("Text of the page"),
        strip=False,
        required=False,
        help_text=_("Paste the whole page; menus and other furniture are recognised."),
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "autofocus": True}),
    )
    source_url = forms.URLField(
        label=_("Source address"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text=_("Optional. It helps to name the source."),
    )

    def clean_raw(self) -> str:
        raw: str = self.cleaned_data["raw"]
        try:
            check_text(raw)
        except UnreadablePageError as error:
            raise forms.ValidationError(str(error), code=error.code) from error
        return raw
