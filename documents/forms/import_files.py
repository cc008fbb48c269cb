"""The files of an import and how they are to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.curation.import_files import Given
from documents.ingest.columns import FIELDS
from documents.models import Document

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; each is judged by its size and content when it is read."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:  # noqa: ARG002
        uploads = data if isinstance(data, list | tuple) else [data]
        given = [upload for upload in uploads if upload]
        if not given:
            raise forms.ValidationError(_("Choose at least one file."), code="required")
        return given


class ImportForm(forms.Form):
    uploads = FilesField(
        label=_("Files"),
        help_text=_(
            "Text, HTML, PDF and Word files, one page each; CSV, JSON lines and XLSX tables, one "
            "record a row. Up to 50 files and 100 MB at once."
        ),
        widget=FilesInput(attrs={"aria-describedby": "id_uploads_helptext"}),
    )
    kind = forms.ChoiceField(
        label=_("Kind of all records"),
        required=False,
        choices=[("", _("As each page says")), *Document.Kind.choices],
    )
    columns = forms.CharField(
        label=_("Columns of tables"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_(
            "One a line, such as content=body. Usual names are known, and the plan lets you choose."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.passed_over: list[str] = []

    def clean_columns(self) -> dict[str, str]:
        """Return the field of each column; lines that name none are noted in `passed_over`.

        They do not refuse the form: the files would have to be chosen anew, and the plan asks for
        the columns again.
        """
        columns = {}
        for line in filter(None, map(str.strip, self.cleaned_data["columns"].splitlines())):
            name, equals, field = line.rpartition("=")
            if not equals or (field.strip() and field.strip() not in FIELDS):
                self.passed_over.append(line)
            else:
                columns[name.strip()] = field.strip()
        return columns

    def given(self) -> Given:
        """Return how the files are to be read; the form must be valid."""
        values = self.cleaned_data
        return Given(values["kind"], values["columns"], values.get("publishes", False))


class PublishingImportForm(ImportForm):
    """The form of who may publish."""

    publishes = forms.BooleanField(
        label=_("Publish the records at once"),
        required=False,
        help_text=_("Drafts that an earlier import stored are published too."),
    )
