"""The records that several topics share, each with the sentence that ties it to each topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Q

from documents.models import Document, Topic, TopicLink
from documents.overviews.holdings import Holdings, load_holdings
from documents.overviews.listed import ListedRecord, precisions_of
from documents.overviews.scope import Scope, records_in
from documents.overviews.shelf import PER_PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.paginator import Page

    from documents.models import Visibility


@dataclass(frozen=True, slots=True)
class Tie:
    """The sentence for one topic; `named` is the smaller topic that it names, if it does."""

    topic: Topic
    named: Topic
    quote: str


@dataclass(frozen=True, slots=True)
class CellRecord:
    record: ListedRecord
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """One topic of the cell by itself, for a cell that is empty."""

    topic: Topic
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """`newest_year` is that of the newest dated record, None where no record has a date."""

    scope: Scope
    topics: tuple[Topic, ...]
    total: int
    newest_year: int | None
    page: Page[int]
    records: tuple[CellRecord, ...]
    alone: tuple[Alone, ...]


def load_cell(scope: Scope, number: str, visibility: Visibility) -> Cell:
    """Return a page of the records of a scope, newest first, by a fixed number of queries.

    Topics that nobody knows are left out of the scope.
    """
    topics = load_topics(scope)
    known = scope.knowing(topics)
    holdings = load_holdings(visibility)
    records = records_in(known, holdings)
    ids = holdings.newest(records, records.bit_count())
    page = Paginator(ids, PER_PAGE).get_page(number)
    documents = Document.objects.for_lists().in_order(page.object_list)
    return Cell(
        scope=known,
        topics=topics,
        total=len(ids),
        newest_year=holdings.newest_year(records),
        page=page,
        records=_with_sentences(documents, topics, holdings, visibility),
        alone=tuple(Alone(topic, holdings.of(topic).bit_count()) for topic in topics),
    )


def load_topics(scope: Scope) -> tuple[Topic, ...]:
    """Return the topics that a scope names, in its order."""
    condition = Q(pk__in=[])
    for facet, slug in scope.topics:
        condition |= Q(facet=facet, slug=slug)
    found = {(one.facet, one.slug): one for one in Topic.objects.filter(condition).labelled()}
    return tuple(found[pair] for pair in scope.topics if pair in found)


def _with_sentences(
    documents: Sequence[Document],
    topics: Sequence[Topic],
    holdings: Holdings,
    visibility: Visibility,
) -> tuple[CellRecord, ...]:
    links = (
        TopicLink.objects.filter(visibility.links_of_readable(), document__in=documents)
        .exclude(quote="")
        .order_by("-confidence", "-mention_count", "pk")
        .values_list("document", "topic", "quote")
    )
    families = {topic.pk: holdings.below(topic.pk) for topic in topics}
    found: dict[tuple[int, int], tuple[int, str]] = {}
    for document, linked, quote in links:
        for topic, family in families.items():
            # Of several sentences the first is the best; the topic's own goes before a smaller's.
            if linked == topic or (linked in family and (document, topic) not in found):
                found[document, topic] = (linked, quote)
    named = Topic.objects.filter(pk__in={linked for linked, _ in found.values()}).labelled()
    by_id = {topic.pk: topic for topic in named}
    precisions = precisions_of(documents)
    return tuple(
        CellRecord(
            ListedRecord(document, precision=precisions.get(document.pk, "day")),
            tuple(
                Tie(topic, by_id[linked], quote)
                for topic in topics
                if (document.pk, topic.pk) in found
                for linked, quote in [found[document.pk, topic.pk]]
            ),
        )
        for document in documents
    )
