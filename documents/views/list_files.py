"""The records of a list as a file: a table with the notes, or references for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.exports.formats import FORMATS
from documents.templatetags.dates import to_iso
from documents.views.download import csv_file
from documents.views.references_file import REFERENCES, record_address, references_file

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from documents.overviews.lists import KeptList

TABLE = "csv"


def file_choices() -> list[tuple[str, str]]:
    """Return the names of the files on offer, as an address has them, with their labels."""
    return [(TABLE, "CSV"), *((name, FORMATS[name].label) for name in REFERENCES)]


def list_as_file(
    request: HttpRequest, kept: KeptList, wanted: str, name: str
) -> HttpResponse | None:
    """Return the file asked for, or None where it is not one of those on offer."""
    if wanted == TABLE:
        return csv_file(_rows(request, kept), name)
    if wanted in REFERENCES:
        documents = [each.record.document for each in kept.records]
        return references_file(request, documents, wanted, name)
    return None


def _rows(request: HttpRequest, kept: KeptList) -> list[list[str]]:
    head = [_("Title"), _("Kind"), _("Source"), _("Date"), _("Address"), _("Note")]
    rows = [head]
    for each in kept.records:
        document = each.record.document
        rows.append(
            [
                document.title,
                document.get_kind_display(),
                document.source.label if document.source else "",
                to_iso(document.sorted_on, each.record.precision),
                record_address(request, document),
                each.note,
            ]
        )
    return rows
