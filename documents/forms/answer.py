"""What a curator says that an open name means: a topic, a record, or nothing of these."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.models import Document, Topic

_NUMBER = re.compile(r"[0-9]{1,18}")


class AnswerForm(forms.Form):
    """`choice` is none, name, topic:NUMBER or record:NUMBER; `name` an instrument's or a number.

    `everywhere` gives the same answer in every record that leaves the citation open.
    """

    choice = forms.RegexField(r"^(?:none|name|(?:topic|record):[0-9]{1,18})$")
    name = forms.CharField(required=False, max_length=300, strip=True)
    everywhere = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        kind, _colon, number = str(values.get("choice", "")).partition(":")
        values["topic"] = values["record"] = None
        if kind == "topic":
            values["topic"] = Topic.objects.filter(pk=int(number)).first()
        elif kind == "record":
            values["record"] = Document.objects.filter(pk=int(number)).first()
        elif kind == "name":
            name = str(values.get("name", ""))
            values["topic"] = _instrument(name)
            if _NUMBER.fullmatch(name):
                values["record"] = Document.objects.filter(pk=int(name)).first()
        if kind != "none" and not (values["topic"] or values["record"]):
            raise forms.ValidationError(
                _("Nothing was stored: choose an instrument or a record that is there.")
            )
        return values


def _instrument(name: str) -> Topic | None:
    """Return the one instrument of a name."""
    named = Topic.objects.filter(facet=Topic.Facet.INSTRUMENT, names__name__iexact=name).distinct()
    found = list(named[:2])
    return found[0] if len(found) == 1 else None
