"""Which record a curator pins beside another, hides there, or lets go of."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.curation.relating import BESIDE
from documents.models import Document

_NUMBER = re.compile(r"(?:.*/documents/)?([0-9]{1,18})(?:[-/].*)?", re.DOTALL)


class BesideForm(forms.Form):
    """`other` is a record's number or the address of its page."""

    do = forms.ChoiceField(choices=[(do, do) for do in BESIDE])
    other = forms.CharField(
        label=_("Number or address of a record"),
        max_length=1000,
        error_messages={"required": _("Give the number of a record or the address of its page.")},
    )

    def clean_other(self) -> Document:
        match = _NUMBER.fullmatch(str(self.cleaned_data["other"]).strip())
        found = Document.objects.filter(pk=int(match[1])).first() if match else None
        if found is None:
            message = _("No record has this number: give that of a record, or its page's address.")
            raise forms.ValidationError(message)
        return found
