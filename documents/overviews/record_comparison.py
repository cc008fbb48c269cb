"""Two records side by side: the topics on both, with both sentences, and those on one only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Topic, TopicLink
from documents.overviews.listed import ListedRecord, list_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from documents.models import Document, Visibility


@dataclass(frozen=True, slots=True)
class SharedTopic:
    """A topic on both records, with the sentence of each; a curator's link may have none."""

    topic: Topic
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class RecordComparison:
    left: ListedRecord
    right: ListedRecord
    shared: tuple[SharedTopic, ...]
    only_left: tuple[Topic, ...]
    only_right: tuple[Topic, ...]


def compare_records(left: Document, right: Document, visibility: Visibility) -> RecordComparison:
    """Return what two readable records have together and apart, by a fixed number of queries."""
    links = TopicLink.objects.filter(visibility.links(), document__in=[left, right])
    quotes = {
        (document, topic): quote
        for document, topic, quote in links.values_list("document", "topic", "quote")
    }
    found = Topic.objects.filter(pk__in={topic for _, topic in quotes}).labelled()
    topics = {topic.pk: topic for topic in sorted(found, key=_place)}
    first, second = list_records([left, right], visibility)
    shared = [pk for pk in topics if (left.pk, pk) in quotes and (right.pk, pk) in quotes]
    return RecordComparison(
        left=first,
        right=second,
        shared=tuple(
            SharedTopic(topics[pk], quotes[left.pk, pk], quotes[right.pk, pk]) for pk in shared
        ),
        only_left=_only(left, shared, quotes, topics),
        only_right=_only(right, shared, quotes, topics),
    )


def _place(topic: Topic) -> tuple[int, int, str]:
    return Topic.Facet.values.index(topic.facet), topic.position, topic.slug


def _only(
    document: Document,
    shared: Iterable[int],
    quotes: Mapping[tuple[int, int], str],
    topics: Mapping[int, Topic],
) -> tuple[Topic, ...]:
    both = set(shared)
    return tuple(
        topic for pk, topic in topics.items() if (document.pk, pk) in quotes and pk not in both
    )
