"""The records of a list as a file: a table with the notes, or references for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _, override

from documents.exports.citation import cite_document
from documents.exports.formats import FORMATS
from documents.models import Authorship
from documents.views.download import csv_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from documents.models import Document
    from documents.overviews.lists import KeptList

TABLE = "csv"
REFERENCES = ("bibtex", "ris", "gbt7714")
"""Formats whose files may hold several records one after the other."""


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
        return _references(request, kept, wanted, name)
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
                document.sorted_on.isoformat() if document.sorted_on else "",
                _address(request, document),
                each.note,
            ]
        )
    return rows


def _references(request: HttpRequest, kept: KeptList, wanted: str, name: str) -> HttpResponse:
    chosen = FORMATS[wanted]
    documents = [each.record.document for each in kept.records]
    authors = _authors(documents)
    today = timezone.localdate()
    text = "\n".join(
        chosen.render(
            cite_document(
                document, authors.get(document.pk, []), _address(request, document), today
            )
        ).rstrip("\n")
        + "\n"
        for document in documents
    )
    response = HttpResponse(text, content_type=f"{chosen.media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{chosen.suffix}"'
    return response


def _authors(documents: Sequence[Document]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    rows = Authorship.objects.filter(document__in=documents).order_by("document", "position")
    for document, name in rows.values_list("document", "author__name"):
        names.setdefault(document, []).append(name)
    return names


def _address(request: HttpRequest, document: Document) -> str:
    """Return the one address of a record, whatever language the interface has."""
    with override("en"):
        return request.build_absolute_uri(document.get_absolute_url())
