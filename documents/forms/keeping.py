"""What a reader fills in to keep a record: which list, and why."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class KeepForm(forms.Form):
    name = forms.CharField(
        label=_("List"),
        max_length=120,
        help_text=_("One of your lists, or the name of a new one."),
        widget=forms.TextInput(attrs={"list": "list-names", "autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only you see it."),
    )
