"""The records that a search finds as a table or as references, in the order of the list."""

from __future__ import annotations

from itertools import batched, chain
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from documents import search as searching
from documents.exports.formats import FORMATS
from documents.forms.search import address_of
from documents.models import Document, Topic
from documents.overviews.listed import precisions_of, topics_of
from documents.templatetags.dates import to_iso
from documents.views.download import csv_file
from documents.views.references_file import record_address, references_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from documents.models import Visibility
    from documents.search.named import NamedTopic
    from documents.search.query import SearchQuery

MOST = 5000
"""How many records a file holds."""
AT_ONCE = 500
TABLE = "csv"
REFERENCES = ("bibtex", "ris")


def file_addresses(query: SearchQuery) -> list[tuple[str, str]]:
    """Return the label and the address of each file of a search."""
    address = address_of(query.without())
    joint = "&" if "?" in address else "?"
    offered = [(TABLE, "CSV"), *((name, FORMATS[name].label) for name in REFERENCES)]
    return [(label, f"{address}{joint}format={name}") for name, label in offered]


def find_results_file(
    request: HttpRequest, query: SearchQuery, visibility: Visibility
) -> HttpResponse | None:
    """Return the first records found as the file asked for, or None where none is.

    A table has a row for each, with the question and the day.
    """
    wanted = request.GET.get("format", "")
    name = f"records-{timezone.localdate():%Y%m%d}"
    if wanted in REFERENCES:
        documents = list(chain.from_iterable(_documents(query, visibility)))
        return references_file(request, documents, wanted, name)
    if wanted == TABLE:
        return csv_file([_head(), *_rows(request, query, visibility)], name)
    return None


def _head() -> list[str]:
    return [
        *(_("Title"), _("Kind"), _("Source"), _("Date"), _("Number"), _("Language"), _("Access")),
        *(str(Topic.Facet(facet).label) for facet in Topic.Facet.values),
        *(_("Address"), _("Question"), _("Retrieved on")),
    ]


def _rows(request: HttpRequest, query: SearchQuery, visibility: Visibility) -> Iterator[list[str]]:
    asked = request.build_absolute_uri(address_of(query.without()))
    end = [asked, timezone.localdate().isoformat()]
    for documents in _documents(query, visibility):
        topics, precisions = topics_of(documents, visibility), precisions_of(documents)
        for document in documents:
            facts = _facts(document, precisions.get(document.pk, "day"))
            yield [*facts, *_by_facet(topics[document.pk]), record_address(request, document), *end]


def _documents(query: SearchQuery, visibility: Visibility) -> Iterator[list[Document]]:
    """Give the records found in their order, some at a time."""
    visible = Document.objects.visible_to(visibility).select_related("source").for_lists()
    for ids in batched(searching.find_ids(query, visibility, MOST), AT_ONCE, strict=False):
        yield visible.in_order(ids)


def _facts(document: Document, precision: str) -> list[str]:
    return [
        document.title,
        document.get_kind_display(),
        document.source.label if document.source else "",
        to_iso(document.sorted_on, precision),
        document.number or str(document.total_number or ""),
        document.get_language_display(),
        document.get_access_display(),
    ]


def _by_facet(topics: Sequence[NamedTopic]) -> list[str]:
    return [
        "; ".join(topic.label for topic in topics if topic.facet == facet)
        for facet in Topic.Facet.values
    ]
