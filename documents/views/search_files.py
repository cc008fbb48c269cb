"""The records that a search finds as a table, in the order of the list."""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from documents import search as searching
from documents.forms.search import address_of
from documents.models import Document, Topic
from documents.overviews.listed import precisions_of, topics_of
from documents.templatetags.dates import MACHINE
from documents.views.download import csv_file
from documents.views.list_files import record_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from documents.models import Visibility
    from documents.search.named import NamedTopic
    from documents.search.query import SearchQuery

MOST = 5000
"""How many records a file holds."""
AT_ONCE = 500


def file_address(query: SearchQuery) -> str:
    """Return the address of the file of a search."""
    address = address_of(query.without())
    return f"{address}{'&' if '?' in address else '?'}format=csv"


def results_file(request: HttpRequest, query: SearchQuery, visibility: Visibility) -> HttpResponse:
    """Return a row for each of the first records found, with the question and the day."""
    rows = [_head(), *_rows(request, query, visibility)]
    return csv_file(rows, f"records-{timezone.localdate():%Y%m%d}")


def _head() -> list[str]:
    return [
        *(_("Title"), _("Kind"), _("Source"), _("Date"), _("Number"), _("Language"), _("Access")),
        *(str(Topic.Facet(facet).label) for facet in Topic.Facet.values),
        *(_("Address"), _("Question"), _("Retrieved on")),
    ]


def _rows(request: HttpRequest, query: SearchQuery, visibility: Visibility) -> Iterator[list[str]]:
    asked = request.build_absolute_uri(address_of(query.without()))
    end = [asked, timezone.localdate().isoformat()]
    visible = Document.objects.visible_to(visibility).select_related("source").for_lists()
    for ids in batched(searching.find_ids(query, visibility, MOST), AT_ONCE, strict=False):
        documents = visible.in_order(ids)
        topics, precisions = topics_of(documents, visibility), precisions_of(documents)
        for document in documents:
            facts = _facts(document, precisions.get(document.pk, "day"))
            yield [*facts, *_by_facet(topics[document.pk]), record_address(request, document), *end]


def _facts(document: Document, precision: str) -> list[str]:
    day = document.sorted_on
    known = MACHINE.get(precision, MACHINE["day"])
    return [
        document.title,
        document.get_kind_display(),
        document.source.label if document.source else "",
        day.strftime(known) if day else "",
        document.number or str(document.total_number or ""),
        document.get_language_display(),
        document.get_access_display(),
    ]


def _by_facet(topics: Sequence[NamedTopic]) -> list[str]:
    return [
        "; ".join(topic.label for topic in topics if topic.facet == facet)
        for facet in Topic.Facet.values
    ]
