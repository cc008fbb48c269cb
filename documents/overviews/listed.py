"""Records as rows of a list: each with its topics and the precision of the date shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F

from documents.models import DatedFact, Document, TopicLink
from documents.search.named import NamedTopic, named_topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.models import Visibility
    from documents.search.passages import Passage

TOPICS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """`topics` are the first few, `link_count` counts all; `passages` are marked text."""

    document: Document
    topics: tuple[NamedTopic, ...] = ()
    link_count: int = 0
    precision: str = "day"
    is_embargoed: bool = False
    passages: tuple[Passage, ...] = ()

    @property
    def more_topics(self) -> int:
        return self.link_count - len(self.topics)

    @property
    def more_passages(self) -> int:
        return len(self.passages) - 1


def list_records(
    documents: Sequence[Document],
    visibility: Visibility,
    passages: Mapping[int, tuple[Passage, ...]] | None = None,
) -> tuple[ListedRecord, ...]:
    """Return the records as rows, in the order given, by two queries whatever their number."""
    topics = topics_of(documents, visibility)
    precisions = precisions_of(documents)
    return tuple(
        ListedRecord(
            document=document,
            topics=tuple(topics[document.pk][:TOPICS_SHOWN]),
            link_count=len(topics[document.pk]),
            precision=precisions.get(document.pk, "day"),
            is_embargoed=document.is_embargoed(visibility.now),
            passages=(passages or {}).get(document.pk, ()),
        )
        for document in documents
    )


def topics_of(
    documents: Iterable[Document], visibility: Visibility
) -> defaultdict[int, list[NamedTopic]]:
    """Return the publicly linked topics of each record, what it is most about first."""
    readable = [document.pk for document in documents if visibility.reads(document)]
    links = (
        TopicLink.objects.filter(visibility.links_of_readable(), document__in=readable)
        .order_by("-confidence", "-mention_count", "pk")
        .values_list("document", "topic")
    )
    named = named_topics({topic for _document, topic in links})
    topics: defaultdict[int, list[NamedTopic]] = defaultdict(list)
    for document, topic in links:
        if topic in named:
            topics[document].append(named[topic])
    return topics


def precisions_of(documents: Iterable[Document]) -> dict[int, str]:
    """Return how exactly the date shown of each record is known; a missing one is a day."""
    facts = DatedFact.objects.filter(document__in=list(documents), on=F("document__sorted_on"))
    return dict(facts.values_list("document", "precision"))
