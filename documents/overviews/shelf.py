"""The records of one tag, source, author or series: how many a year, and a page of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Count

from documents.models import Document, KeywordItem, Source, TagItem, shown_sources
from documents.overviews.holdings import load_holdings
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
    dated = readable.filter(sorted_on__isnull=False).values_list("sorted_on__year")
    years = dict(dated.annotate(Count("pk")))
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
    items = (model.objects.filter(tag__slug=slug) for model in (TagItem, KeywordItem))
    by_curators, by_the_publisher = (one.values("content_object") for one in items)
    tagged = by_curators.union(by_the_publisher)  # two lists joined by OR would be looked up in all
    return shelf_of(Document.objects.filter(pk__in=tagged), number, visibility)


def shelf_of_source(source: Source, number: str, visibility: Visibility) -> Shelf:
    """Return a page of the records that a source carried."""
    return shelf_of(Document.objects.filter(source=source), number, visibility)


def count_without_source(visibility: Visibility) -> int:
    """Return the number of records whose page names no source."""
    return Document.objects.readable_by(visibility).filter(source=None).count()


def sources_with_counts(visibility: Visibility) -> tuple[SourceCount, ...]:
    """Return every source that may be known with its number of records, most first."""
    sets = load_holdings(visibility).sources
    counted = [
        SourceCount(source, sets.get(source.pk, 0).bit_count())
        for source in shown_sources(visibility).order_by("name")
    ]
    return tuple(sorted(counted, key=lambda one: -one.count))
