"""What the columns of the tables of an import are taken for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.ingest.columns import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.forms.boundfield import BoundField
    from django_stubs_ext import StrOrPromise

    from documents.curation.import_files import Given, SeenColumn, SeenTable

_LABELS: Final[dict[str, StrOrPromise]] = {
    "title": _("Title"),
    "body": _("Text"),
    "abstract": _("Abstract"),
    "kind": _("Kind"),
    "language": _("Language"),
    "source": _("Source"),
    "address": _("Source address"),
    "posted": _("Date posted"),
    "report": _("Report date"),
    "issued": _("Date of issue"),
    "effective": _("In force from"),
    "year": _("Year"),
    "series": _("Series"),
    "number": _("Number"),
    "total_number": _("Running total"),
    "authors": _("Authors"),
    "issuers": _("Issuing bodies"),
    "keywords": _("Keywords"),
    "access": _("Access"),
    "key": _("Identifier"),
}
_CHOICES: Final = [("", _("Leave out")), *((name, _LABELS[name]) for name in FIELDS)]


class ColumnsForm(forms.Form):
    """One choice for each column of each table; a name that two tables have is asked once."""

    def __init__(self, tables: Sequence[SeenTable], data: Any = None) -> None:
        super().__init__(data, prefix="column")
        self.columns: list[SeenColumn] = []
        names: set[str] = set()
        for column in (one for table in tables for one in table.columns):
            if column.name not in names:
                names.add(column.name)
                self._ask(column)
        self._tables = tables

    def _ask(self, column: SeenColumn) -> None:
        self.fields[str(len(self.columns))] = forms.ChoiceField(
            label=column.name,
            required=False,
            choices=_CHOICES,
            initial=column.field,
        )
        self.columns.append(column)

    @property
    def lacks_text(self) -> bool:
        """Say whether some table has no column for its text, so that a person must choose."""
        fields = [{one.field for one in table.columns} for table in self._tables]
        return any(not {"body", "abstract"} & of_table for of_table in fields)

    def rows(self) -> Iterator[tuple[SeenColumn, BoundField]]:
        """Give each column with its choice."""
        for number, column in enumerate(self.columns):
            yield column, self[str(number)]

    def clean(self) -> dict[str, Any]:
        chosen = self._chosen()
        for table in self._tables:
            taken = Counter(filter(None, (chosen[one.name] for one in table.columns)))
            for field, times in taken.items():
                if times > 1:
                    raise forms.ValidationError(
                        _("Two columns of %(table)s are taken for “%(field)s”. Choose one."),
                        params={"table": table.name, "field": _LABELS[field]},
                    )
        return self.cleaned_data

    def _chosen(self) -> dict[str, str]:
        chosen = self.cleaned_data
        return {one.name: chosen.get(str(at), "") for at, one in enumerate(self.columns)}

    def given(self, before: Given) -> Given:
        """Return how the files are to be read now; the form must be valid."""
        return replace(before, columns={**before.columns, **self._chosen()})
