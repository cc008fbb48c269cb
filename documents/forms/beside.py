"""Which record a curator pins beside another, hides there, or lets go of."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.curation.relating import BESIDE
from documents.forms.record_field import RecordField


class BesideForm(forms.Form):
    do = forms.ChoiceField(choices=[(do, do) for do in BESIDE])
    other = RecordField(
        label=_("Number or address of a record"),
        error_messages={"required": _("Give the number of a record or the address of its page.")},
    )
