"""The authors of a record, each with affiliations and research group."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from documents.forms.lines import LinesField
from documents.ingest import Author


class AuthorForm(forms.Form):
    name = forms.CharField(label=_("Name"), required=False, max_length=200)
    affiliations = LinesField(label=_("Affiliations, one a line"), required=False)
    group = forms.CharField(label=_("Research group"), required=False, max_length=300)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["affiliations"].widget.attrs["rows"] = 2

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("name") and (cleaned.get("affiliations") or cleaned.get("group")):
            self.add_error("name", _("Give the name, or empty the row."))
        return cleaned

    def to_entry(self) -> Author | None:
        """Return the author, or None where the row is empty."""
        data = self.cleaned_data
        name = " ".join(str(data.get("name") or "").split())
        return Author(name, data["affiliations"], data["group"]) if name else None


AuthorFormSet = formset_factory(AuthorForm, extra=1, max_num=100)


def author_rows(authors: tuple[Author, ...]) -> list[dict[str, Any]]:
    """Return the initial rows of the formset."""
    return [
        {"name": one.name, "affiliations": one.affiliations, "group": one.group} for one in authors
    ]
