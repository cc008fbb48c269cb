"""The records of a list as a file: a table with the notes, or references for other programs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _, override

from documents.exports.citation import cite_document
from documents.exports.formats import FORMATS
from documents.models import Authorship, IssuingBody
from documents.views.download import csv_file, text_file

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from documents.models import Document
    from documents.overviews.lists import KeptList

TABLE = "csv"
REFERENCES = ("bibtex", "ris", "gbt7714", "apa", "chicago")
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
                record_address(request, document),
                each.note,
            ]
        )
    return rows


def _references(request: HttpRequest, kept: KeptList, wanted: str, name: str) -> HttpResponse:
    chosen = FORMATS[wanted]
    documents = [each.record.document for each in kept.records]
    authors = _names(Authorship.objects.filter(document__in=documents), "author__name")
    bodies = _names(IssuingBody.objects.filter(document__in=documents), "name")
    today = timezone.localdate()
    cited = [
        cite_document(
            document,
            authors[document.pk],
            bodies[document.pk],
            record_address(request, document),
            today,
        )
        for document in documents
    ]
    text = "\n".join(chosen.render(each).rstrip("\n") + "\n" for each in cited)
    return text_file(text, chosen.media_type, f"{name}.{chosen.suffix}")


def _names(rows: QuerySet[Any], field: str) -> defaultdict[int, list[str]]:
    """Return the names that stand by each record, in their order."""
    names: defaultdict[int, list[str]] = defaultdict(list)
    for document, name in rows.order_by("document", "position").values_list("document", field):
        names[document].append(name)
    return names


def record_address(request: HttpRequest, document: Document) -> str:
    """Return the one address of a record, whatever language the interface has."""
    with override("en"):
        return request.build_absolute_uri(document.get_absolute_url())
