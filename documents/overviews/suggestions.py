"""What the search box offers while one types: topics by any of their names, then titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, Q

from documents.models import Document, Topic, TopicName

if TYPE_CHECKING:
    from documents.models import Visibility

TOPICS = 5
TITLES = 3
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
    names = TopicName.objects.filter(name__icontains=typed)
    begins = Q(names__name__istartswith=typed)
    counted = Count("links", filter=visibility.links("links__"), distinct=True)
    topics = (
        Topic.objects.filter(pk__in=names.values("topic"))
        .annotate(record_count=counted, begins=Count("names", filter=begins))
        .order_by("-begins", "-record_count", "slug")
        .labelled()[:TOPICS]
    )
    return [
        Suggestion(
            text=f"{topic.label} {topic.other_label}".strip(),
            note=f"{topic.get_facet_display()} · {topic.record_count}",
            address=topic.get_absolute_url(),
        )
        for topic in topics
    ]


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
