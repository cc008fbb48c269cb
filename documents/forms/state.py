"""Takes a record out of sight, or back: withdraw, trash, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from documents import curation

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.models import Document


class StateForm(forms.Form):
    do = forms.ChoiceField(choices=[("withdraw", ""), ("trash", ""), ("restore", "")])
    reason = forms.CharField(
        label=_("Reason for withdrawal"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Readers see it at the record's address."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("do") == "withdraw" and not cleaned.get("reason"):
            self.add_error("reason", _("Give the reason."))
        return cleaned

    def carry_out(self, document: Document, *, by: User, now: datetime) -> None:
        """Do it; call only when valid."""
        if self.cleaned_data["do"] == "withdraw":
            curation.withdraw(document, reason=self.cleaned_data["reason"], by=by, now=now)
        elif self.cleaned_data["do"] == "trash":
            curation.trash(document, by=by, now=now)
        else:
            curation.restore(document, by=by, now=now)

    def outcome(self) -> str:
        return {
            "withdraw": gettext("Withdrawn. Its address answers with the reason."),
            "trash": gettext("In the trash. It can be restored."),
            "restore": gettext("Restored as a draft."),
        }[self.cleaned_data["do"]]
