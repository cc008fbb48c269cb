"""What the search box offers while one types: topics by any of their names, records, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _, ngettext

from documents.models import Document, Topic, TopicName
from documents.overviews.holdings import load_holdings
from documents.search.completing import find_completions, find_titled
from documents.search.labels import load_labels
from documents.text.analysis import is_han
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.models import Visibility
    from documents.search.labels import Label, Labelled

TOPICS, RECORDS, WORDS = 3, 3, 2
"""How many rows of each kind; eight in all."""
LONGEST = 80
SHORTEST_LATIN = 2
SHORTEST_INSIDE = 4
"""Letters that are looked for inside a word too."""

LATER = 2
"""How much later a topic comes whose matching name is not shown."""


class Suggestion(TypedDict):
    """One row of the list: its group, what it says, a note beside it, and where it leads."""

    group: str
    text: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A topic, the name of it that holds what was typed, and how well it does: 0 is best."""

    topic: Labelled
    name: Label
    rank: int


def suggest_rows(typed: str, visibility: Visibility) -> list[Suggestion]:
    """Return at most eight rows; only what the viewer may see is offered or counted."""
    typed = typed.strip()[:LONGEST]
    if not typed or (typed.isascii() and len(typed) < SHORTEST_LATIN):
        return []
    return [*_topics(typed, visibility), *_records(typed, visibility), *_words(typed, visibility)]


def _topics(typed: str, visibility: Visibility) -> list[Suggestion]:
    """Return the topics whose names hold the words, those that begin with them first."""
    named = _best_names(fold(typed))
    if not named:
        return []
    holdings = load_holdings(visibility)
    counts = {pk: holdings.topics.get(pk, 0).bit_count() for pk in named}
    first = sorted(named, key=lambda pk: (named[pk].rank, -counts[pk], named[pk].name.name))
    topics = Topic.objects.filter(pk__in=first[:TOPICS]).labelled().in_bulk()
    return [_topic(topics[pk], named[pk].name, counts[pk]) for pk in first[:TOPICS] if pk in topics]


def _topic(topic: Topic, name: Label, count: int) -> Suggestion:
    """Return the row of a topic; where another name matched, it is told which."""
    shown = [topic.label, topic.other_label]
    is_shown = name.role != TopicName.Role.HIDDEN or name.narrower
    if is_shown and name.name not in shown:
        shown = [topic.label, f"({name.name})"]
    records = ngettext("%(count)d record", "%(count)d records", count) % {"count": count}
    return Suggestion(
        group=_("Topics"),
        text=" ".join(filter(None, shown)),
        note=f"{topic.get_facet_display()} · {records}",
        address=topic.get_absolute_url(),
    )


def _best_names(typed: str) -> dict[int, _Named]:
    """Return by topic the name that matches best, the first of several."""
    best: dict[int, _Named] = {}
    for folded, label, topic in load_labels().names:
        at = folded.find(typed)
        if at < 0:
            continue
        rank = _rank(folded, at, typed)
        if rank is not None and label.role == TopicName.Role.HIDDEN:
            rank += LATER
        kept = best.get(topic.topic_id)
        if rank is not None and (kept is None or rank < kept.rank):
            best[topic.topic_id] = _Named(topic, label, rank)
    return best


def _rank(folded: str, at: int, typed: str) -> int | None:
    """Rank a name: equal to what was typed, beginning so, with a word that does, holding it."""
    if folded == typed:
        return 0
    if at == 0:
        return 1
    if not folded[at - 1].isalnum() or f" {typed}" in folded:
        return 2
    return 3 if len(typed) >= SHORTEST_INSIDE or any(map(is_han, typed)) else None


def _records(typed: str, visibility: Visibility) -> list[Suggestion]:
    ids = find_titled(typed, visibility, RECORDS)
    documents = Document.objects.visible_to(visibility).only("title", "kind")
    return [
        Suggestion(
            group=_("Records"),
            text=document.title,
            note=document.get_kind_display(),
            address=document.get_absolute_url(),
        )
        for document in documents.in_order(ids)
    ]


def _words(typed: str, visibility: Visibility) -> Iterator[Suggestion]:
    for found in find_completions(typed, visibility, WORDS):
        records = ngettext("%(count)d record", "%(count)d records", found.count)
        yield Suggestion(
            group=_("Words"),
            text=found.text,
            note=records % {"count": found.count},
            address=f"{reverse('documents:search')}?{urlencode({'q': found.text})}",
        )
