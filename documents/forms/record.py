"""The plain fields of a record under review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.forms.lines import LinesField
from documents.models import Document, Source
from documents.text.normalise import normalise

if TYPE_CHECKING:
    from documents.curation import Entry

LISTS = ("issuing_bodies", "keywords", "tags", "related_titles")


class RecordForm(forms.ModelForm):
    source = forms.ModelChoiceField(
        Source.objects.all(), label=_("Source"), required=False, empty_label=_("Not known")
    )
    source_name = forms.CharField(
        label=_("Add a source"),
        required=False,
        max_length=200,
        help_text=_("Its name, where the list does not have it."),
    )
    issuing_bodies = LinesField(
        label=_("Issuing bodies"), required=False, help_text=_("In order, one a line.")
    )
    keywords = LinesField(
        label=_("Publisher's keywords"),
        required=False,
        item_length=100,
        help_text=_("As the page prints them, one a line."),
    )
    tags = LinesField(
        label=_("Our tags"), required=False, item_length=100, help_text=_("One a line.")
    )
    related_titles = LinesField(
        label=_("Related titles"), required=False, item_length=500, help_text=_("One a line.")
    )

    class Meta:
        model = Document
        fields = (
            *("title", "kind", "language", "source", "abstract", "body", "restricted_body"),
            *("extent", "series", "number", "total_number", "source_url"),
            *("access", "access_note", "access_note_language"),
        )
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "abstract": forms.Textarea(attrs={"rows": 6}),
            "body": forms.Textarea(attrs={"rows": 18}),
            "restricted_body": forms.Textarea(attrs={"rows": 4}),
            "access_note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, proposed: Entry, **options: Any) -> None:
        self.proposed = proposed
        options["initial"] = _initial(proposed)
        super().__init__(*args, **options)
        for name in LISTS:
            self.fields[name].widget.attrs["rows"] = 3

    def clean_title(self) -> str:
        return " ".join(str(self.cleaned_data["title"]).split())

    def clean_abstract(self) -> str:
        return normalise(self.cleaned_data["abstract"])

    def clean_body(self) -> str:
        return normalise(self.cleaned_data["body"])

    def clean_restricted_body(self) -> str:
        return normalise(self.cleaned_data["restricted_body"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_open = cleaned.get("access") == Document.Access.OPEN
        if cleaned.get("restricted_body") and is_open:
            self.add_error(
                "restricted_body",
                _("Text for licence holders makes the record licensed: set the access to that."),
            )
        if cleaned.get("source") and cleaned.get("source_name"):
            self.add_error("source_name", _("Choose a source or add one, not both."))
        return cleaned

    def basis(self) -> str:
        """Return how the source is known: as proposed, or set by the curator now."""
        source: Source | None = self.cleaned_data["source"]
        name = self.cleaned_data["source_name"]
        if (source.pk if source else None, name) == (
            self.proposed.source_id,
            self.proposed.source_name,
        ):
            return self.proposed.source_basis
        given = source is not None or bool(name)
        return Document.SourceBasis.CURATOR if given else Document.SourceBasis.UNKNOWN


def _initial(entry: Entry) -> dict[str, Any]:
    names = (*RecordForm.Meta.fields, *LISTS, "source_name")
    return {name: getattr(entry, name) for name in names if name != "source"} | {
        "source": entry.source_id
    }
