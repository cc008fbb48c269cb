"""Records as references that other programs read, one after the other in a file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import override

from documents.exports.citation import cite_document
from documents.exports.formats import FORMATS
from documents.models import Authorship, IssuingBody
from documents.overviews.listed import precisions_of
from documents.views.download import text_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from documents.models import Document

REFERENCES = ("bibtex", "ris", "gbt7714", "apa", "chicago")
"""Formats whose files may hold several records one after the other."""


def references_file(
    request: HttpRequest, documents: Sequence[Document], wanted: str, name: str
) -> HttpResponse:
    """Return the records in one of the formats of REFERENCES, in their order."""
    chosen = FORMATS[wanted]
    authors = _names(Authorship.objects.filter(document__in=documents), "author__name")
    bodies = _names(IssuingBody.objects.filter(document__in=documents), "name")
    precisions = precisions_of(documents)
    today = timezone.localdate()
    cited = [
        cite_document(
            document,
            authors[document.pk],
            bodies[document.pk],
            record_address(request, document),
            today,
            precisions.get(document.pk, "day"),
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
