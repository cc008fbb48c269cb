"""What the search box offers while one types: topics by any of their names, then titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from documents.models import Document, Topic, TopicName
from documents.overviews.holdings import load_holdings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from documents.models import Visibility

TOPICS = 5
TITLES = 3
MOST_NAMED = 100
SHORTEST_LATIN = 2


class Suggestion(TypedDict):
    """One row of the list: what it says, what kind of thing it is, where it leads."""

    text: str
    note: str
    address: str


def suggest_rows(typed: str, visibility: Visibility) -> list[Suggestion]:
    """Return at most eight rows; only what the viewer may see is offered or counted."""
    typed = typed.strip()[:80]
    if not typed or (typed.isascii() and len(typed) < SHORTEST_LATIN):
        return []
    return [*_topics(typed, visibility), *_titles(typed, visibility)]


def _topics(typed: str, visibility: Visibility) -> list[Suggestion]:
    """Return the topics one of whose names holds the words, those that begin with them first."""
    begun = set(_named(name__istartswith=typed))
    topics = Topic.objects.filter(pk__in=[*begun, *_named(name__icontains=typed)]).labelled()
    holdings = load_holdings(visibility)
    ranked = sorted(
        topics, key=lambda topic: (topic.pk not in begun, -holdings.of(topic).bit_count())
    )
    return [
        Suggestion(
            text=f"{topic.label} {topic.other_label}".strip(),
            note=f"{topic.get_facet_display()} · {holdings.of(topic).bit_count()}",
            address=topic.get_absolute_url(),
        )
        for topic in ranked[:TOPICS]
    ]


def _named(**condition: str) -> Iterable[int]:
    names = TopicName.objects.filter(**condition).order_by("topic")
    return names.values_list("topic", flat=True).distinct()[:MOST_NAMED]


def _titles(typed: str, visibility: Visibility) -> list[Suggestion]:
    documents = (
        Document.objects.visible_to(visibility)
        .filter(title__icontains=typed)
        .newest_first()
        .for_lists()[:TITLES]
    )
    return [
        Suggestion(
            text=document.title,
            note=document.get_kind_display(),
            address=document.get_absolute_url(),
        )
        for document in documents
    ]
