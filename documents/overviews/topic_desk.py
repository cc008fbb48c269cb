"""The topics as the vocabulary desk lists them: the tree with counts, unused ones, near names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from documents.models import Change, Topic, TopicLink, TopicName
from documents.overviews.alike import alike
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

SHORTEST = {"en": 6, "zh": 4}
"""The length from which two names may be told alike; shorter ones differ by chance."""
MOST_PAIRS = 30


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with its links that count and that wait, and what lies below it."""

    topic: Topic
    accepted: int
    suggested: int
    children: tuple[TopicRow, ...] = ()

    @property
    def is_unused(self) -> bool:
        return not (self.accepted or self.suggested or self.children)


@dataclass(frozen=True, slots=True)
class NearNames:
    """Two topics with names that look alike; the one on fewer records first."""

    topic: Topic
    into: Topic
    names: tuple[str, str]


def topic_tree(facet: str, text: str = "") -> list[TopicRow]:
    """Return the topics of a facet in their tree, or flat those with a name that holds a text."""
    if text:
        named = Q(names__name__icontains=text) | Q(slug__icontains=text)
        pks = Topic.objects.filter(named, facet=facet).values("pk")
        return [_row(topic) for topic in _counted(Topic.objects.labelled().filter(pk__in=pks))]
    below: defaultdict[int | None, list[Topic]] = defaultdict(list)
    for topic in _counted(Topic.objects.labelled().filter(facet=facet)):
        below[topic.parent_id].append(topic)
    return [_branch(topic, below) for topic in below[None]]


def flat(rows: Sequence[TopicRow]) -> list[TopicRow]:
    """Return the rows of a tree one after the other."""
    return [one for row in rows for one in (row, *flat(row.children))]


def near_names(rows: Sequence[TopicRow]) -> list[NearNames]:
    """Return pairs of topics of one facet whose names look like spellings of one."""
    held = {row.topic.pk: row for row in rows}
    names = TopicName.objects.filter(topic__in=held.keys(), language__in=SHORTEST)
    stored = names.exclude(role=TopicName.Role.HIDDEN).order_by("pk")
    kept = [one for one in stored if len(one.name) >= SHORTEST[one.language]]
    found: dict[tuple[int, int], NearNames] = {}
    for one, other in alike([name.name for name in kept]):
        first, second = kept[one], kept[other]
        if first.topic_id == second.topic_id or first.language != second.language:
            continue
        if _differ_by_more(first.name, second.name):
            continue
        small, large = sorted((first, second), key=lambda name: held[name.topic_id].accepted)
        pair = (small.topic_id, large.topic_id)
        near = NearNames(held[pair[0]].topic, held[pair[1]].topic, (small.name, large.name))
        found.setdefault(pair, near)
    return list(islice(found.values(), MOST_PAIRS))


def topic_changes(topic: Topic) -> QuerySet[Change]:
    """Return the history of a topic, the last change first."""
    noted = Change.objects.filter(noun=Change.Noun.TOPIC, object_id=topic.pk)
    return noted.select_related("by")


def _differ_by_more(one: str, other: str) -> bool:
    """Say whether Han names differ in a character: 山东省 and 山西省 are two places."""
    return fold(one) != fold(other) and not one.isascii()


def _counted(topics: QuerySet[Topic]) -> list[Topic]:
    accepted = Q(links__status=TopicLink.Status.ACCEPTED)
    suggested = Q(links__status=TopicLink.Status.SUGGESTED)
    counted = topics.annotate(
        accepted=Count("links", filter=accepted), suggested=Count("links", filter=suggested)
    )
    return list(counted.order_by("position", "slug"))


def _row(topic: Topic) -> TopicRow:
    return TopicRow(topic, getattr(topic, "accepted", 0), getattr(topic, "suggested", 0))


def _branch(topic: Topic, below: dict[int | None, list[Topic]]) -> TopicRow:
    row = _row(topic)
    children = tuple(_branch(child, below) for child in below.get(topic.pk, ()))
    return TopicRow(row.topic, row.accepted, row.suggested, children)
