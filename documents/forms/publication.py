"""From when a record is visible, and until when its text is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from datetime import datetime

    from documents.models import Document


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class PublicationForm(forms.Form):
    visible_from = forms.DateTimeField(
        label=_("Visible from"),
        required=False,
        widget=MomentInput,
        help_text=_("Beijing time. Empty: at once."),
    )
    embargo_until = forms.DateTimeField(
        label=_("Text hidden until"),
        required=False,
        widget=MomentInput,
        help_text=_("Until then only title and date are shown."),
    )

    def __init__(self, data: Any = None, *, document: Document | None = None) -> None:
        self.stored: dict[str, datetime | None] = {
            "visible_from": document.visible_from if document else None,
            "embargo_until": document.embargo_until if document else None,
        }
        # The field shows minutes; compared with those, an untouched one has not changed.
        shown = {
            name: moment and moment.replace(second=0, microsecond=0)
            for name, moment in self.stored.items()
        }
        super().__init__(data, initial=shown)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        start, end = cleaned.get("visible_from"), cleaned.get("embargo_until")
        if start and end and end < start:
            self.add_error(
                "embargo_until", _("The embargo ends before the record becomes visible.")
            )
        return cleaned

    def moments(self) -> dict[str, datetime | None]:
        """Return both moments; one that was not touched keeps its seconds. Call when valid."""
        return {
            name: self.cleaned_data[name] if name in self.changed_data else self.stored[name]
            for name in self.stored
        }
