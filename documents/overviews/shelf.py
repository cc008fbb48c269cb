"""The records of one tag, source, author or series: how many a year, and a page of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Count, Q

from documents.models import Document, Source, shown_sources
from documents.overviews.listed import ListedRecord, list_records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.core.paginator import Page

    from documents.models import Visibility
    from documents.models.document import DocumentQuerySet

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class SourceCount:
    source: Source
    count: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """`page` knows its neighbours; `years` counts all records, not those of the page."""

    total: int
    years: Mapping[int, int]
    page: Page[Document]
    records: tuple[ListedRecord, ...]


def shelf_of(documents: DocumentQuerySet, number: str, visibility: Visibility) -> Shelf:
    """Return a page of some records, newest first; the number may be anything typed."""
    readable = documents.filter(visibility.readable()).order_by()
    years = Counter(year for year in readable.values_list("sorted_on__year", flat=True) if year)
    newest = readable.newest_first().for_lists()
    page = Paginator(newest, PER_PAGE).get_page(number)
    return Shelf(
        total=page.paginator.count,
        years=years,
        page=page,
        records=list_records(list(page.object_list), visibility),
    )


def shelf_of_tag(slug: str, number: str, visibility: Visibility) -> Shelf:
    """Return a page of the records with a keyword or tag; the number may be anything typed."""
    tagged = Q(tags__slug=slug) | Q(keywords__slug=slug)
    ids = Document.objects.filter(tagged).values("pk")
    return shelf_of(Document.objects.filter(pk__in=ids), number, visibility)


def shelf_of_source(source: Source, number: str, visibility: Visibility) -> Shelf:
    """Return a page of the records that a source carried."""
    return shelf_of(Document.objects.filter(source=source), number, visibility)


def count_without_source(visibility: Visibility) -> int:
    """Return the number of records whose page names no source."""
    return Document.objects.readable_by(visibility).filter(source=None).count()


def sources_with_counts(visibility: Visibility) -> tuple[SourceCount, ...]:
    """Return every source that may be known with its number of records, most first."""
    counted = Count("documents", filter=visibility.readable("documents__"))
    sources = (
        shown_sources(visibility).annotate(record_count=counted).order_by("-record_count", "name")
    )
    return tuple(SourceCount(source, source.record_count) for source in sources)
