"""A record written by its number or by the address of its page; gives the record."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.models import Document

# The last is the address that a citation gives.
_NUMBER = re.compile(r"(?:^|/(?:documents|records)/)([0-9]{1,18})(?=$|[-/])")


class RecordField(forms.CharField):
    """The address may stand as it is copied from the browser, in any language of the interface."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=1000, **options)

    def clean(self, value: Any) -> Document:
        number = _NUMBER.search(super().clean(value))
        found = Document.objects.filter(pk=int(number[1])).first() if number else None
        if found is None:
            message = _("No record has this number: give that of a record, or its page's address.")
            raise forms.ValidationError(message)
        return found
