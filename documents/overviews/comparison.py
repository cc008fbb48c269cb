"""Two topics side by side: their years, what stands beside them, and the records on both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Document, Topic, TopicLink
from documents.overviews.axes import load_axes
from documents.overviews.holdings import Holdings, load_holdings
from documents.overviews.inventory import counts_in
from documents.overviews.listed import ListedRecord, precisions_of
from documents.overviews.matrix import busiest
from documents.overviews.stacks import Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.models import Visibility

BESIDE = 8
SHARED = 6


PAIRED = (Topic.Facet.REGION, Topic.Facet.CLUSTER, Topic.Facet.THEME)


def load_pairs(visibility: Visibility) -> list[tuple[Topic, Topic]]:
    """Return the two busiest topics of each facet as comparisons to begin with."""
    holdings = load_holdings(visibility)
    axes = load_axes(*PAIRED)
    tops = [busiest(holdings, axes[facet], 2) for facet in PAIRED]
    return [(top[0], top[1]) for top in tops if len(top) == 2]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two topics: all its records, those not on the other, and its oldest record."""

    key: str
    topic: Topic
    count: int
    alone: int
    first: Document | None


@dataclass(frozen=True, slots=True)
class Beside:
    """A topic that stands on records of either side, with the records of each."""

    topic: Topic
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Witness:
    """A record on both topics, with the sentence for each; a curator's link may have none."""

    record: ListedRecord
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """`shared` topics stand beside both; `only_left` and `only_right` beside one alone."""

    left: Side
    right: Side
    both: int
    layers: tuple[Layer, Layer]
    shared: tuple[Beside, ...]
    only_left: tuple[Beside, ...]
    only_right: tuple[Beside, ...]
    witnesses: tuple[Witness, ...]

    @property
    def either(self) -> int:
        return self.left.count + self.right.count - self.both

    @property
    def overlap(self) -> float:
        """The records on both as a share of those on either (Jaccard's coefficient)."""
        return self.both / self.either if self.either else 0.0


def compare_topics(left: Topic, right: Topic, visibility: Visibility) -> Comparison:
    """Return what two topics have together and apart, by a fixed number of queries."""
    holdings = load_holdings(visibility)
    here, there = holdings.of(left), holdings.of(right)
    shared = holdings.newest(here & there, SHARED)
    oldest = [holdings.oldest(here), holdings.oldest(there)]
    wanted = {pk for pk in (*shared, *oldest) if pk is not None}
    documents = Document.objects.for_lists().in_bulk(wanted)
    beside = _beside(left, right, holdings)
    return Comparison(
        left=Side(
            "left", left, here.bit_count(), (here & ~there).bit_count(), documents.get(oldest[0])
        ),
        right=Side(
            "right", right, there.bit_count(), (there & ~here).bit_count(), documents.get(oldest[1])
        ),
        both=(here & there).bit_count(),
        layers=(
            Layer("left", left.label, counts_in(here, holdings.years)),
            Layer("right", right.label, counts_in(there, holdings.years)),
        ),
        shared=_most(one for one in beside if one.left and one.right),
        only_left=_most(one for one in beside if not one.right),
        only_right=_most(one for one in beside if not one.left),
        witnesses=_witnesses(
            [documents[pk] for pk in shared],
            {pk: root.pk for root in (left, right) for pk in holdings.below(root.pk)},
            (left.pk, right.pk),
            visibility,
        ),
    )


def _beside(left: Topic, right: Topic, holdings: Holdings) -> list[Beside]:
    """Return the topics named on records of either side, without the two and what holds them."""
    here, there = holdings.of(left), holdings.of(right)
    family = {left.pk, right.pk, *holdings.above(left.pk), *holdings.above(right.pk)}
    counts = {
        pk: ((records & here).bit_count(), (records & there).bit_count())
        for pk, records in holdings.direct.items()
        if pk not in family
    }
    named = {pk: both for pk, both in counts.items() if any(both)}
    wanted = _candidates(named)
    topics = Topic.objects.filter(pk__in=wanted).labelled()
    return [Beside(topic, *named[topic.pk]) for topic in topics]


def _candidates(counts: Mapping[int, tuple[int, int]]) -> set[int]:
    """Return the topics that may be shown, so that not every topic's names are loaded."""
    shared = [pk for pk, (left, right) in counts.items() if left and right]
    only_left = [pk for pk, (_, right) in counts.items() if not right]
    only_right = [pk for pk, (left, _) in counts.items() if not left]
    found: set[int] = set()
    for group in (shared, only_left, only_right):
        found.update(sorted(group, key=lambda pk: (-sum(counts[pk]), pk))[:BESIDE])
    return found


def _most(topics: Iterable[Beside]) -> tuple[Beside, ...]:
    return tuple(sorted(topics, key=lambda one: (-(one.left + one.right), one.topic.pk)))


def _witnesses(
    documents: Sequence[Document],
    family: Mapping[int, int],
    sides: tuple[int, int],
    visibility: Visibility,
) -> tuple[Witness, ...]:
    """Return the records with a sentence for each side; a topic below one speaks for it too."""
    links = TopicLink.objects.filter(visibility.links_of_readable(), document__in=documents)
    rows = links.order_by("confidence").values_list("document", "topic", "quote")
    quotes = {
        (document, family[topic]): quote
        for document, topic, quote in rows
        if quote and topic in family
    }
    precisions = precisions_of(documents)
    left, right = sides
    return tuple(
        Witness(
            ListedRecord(document, precision=precisions.get(document.pk, "day")),
            quotes.get((document.pk, left), ""),
            quotes.get((document.pk, right), ""),
        )
        for document in documents
    )
