"""Records related to one: by the topics both are linked to, and by the words both use."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Left
from django.utils.translation import gettext as _, ngettext

from documents.models import Document, Relation, TopicLink
from documents.overviews.holdings import load_holdings
from documents.overviews.inventory import bits
from documents.overviews.shared_words import READ, as_written
from documents.search.similar import similar_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.models import Topic, Visibility
    from documents.overviews.holdings import Holdings

MOST = 10
CANDIDATES = 200
REASONS = 3

# Shares of the score; topics, words, and being of one series.
TOPICS, WORDS, SERIES = 0.6, 0.4, 0.05
LEAST = 0.08
"""A weaker relation is none, unless the words alone are so much alike:"""
LEAST_ALIKE = 0.1
"""Of CISI's records from here on 44 in 100 answer a question together; of any two, 11."""

# What a link weighs by the best place of its evidence.
ZONES = {"title": 3.0, "keywords": 3.0, "abstract": 2.0, "caption": 0.5, "footer": 0.0}


@dataclass(frozen=True, slots=True)
class Shared:
    """A topic that both records are linked to, with a sentence of each; `count` of `total` are."""

    topic: Topic
    count: int
    total: int
    quote: str
    other_quote: str

    @property
    def reason(self) -> str:
        counted = ngettext(
            "%(count)d of %(total)d record", "%(count)d of %(total)d records", self.total
        ) % {"count": self.count, "total": self.total}
        return _("both discuss %(topic)s — %(counted)s") % {
            "topic": self.topic.label,
            "counted": counted,
        }


@dataclass(frozen=True, slots=True)
class RelatedRecord:
    """Another record, how related it is in 0..1, and why.

    `quote` and `other_quote` are sentences with shared words, where no topic is shared.
    """

    document: Document
    score: float
    shared: tuple[Shared, ...] = ()
    words: tuple[str, ...] = ()
    is_pinned: bool = False
    is_same_series: bool = False
    quote: str = ""
    other_quote: str = ""

    @property
    def reason(self) -> str:
        """Say in words why; the rarest shared topic first."""
        if self.shared:
            return self.shared[0].reason
        if self.words:
            return _("both use the words %(words)s") % {"words": ", ".join(self.words)}
        if self.is_same_series:
            return _("of the same series")
        return self.pinned

    @property
    def pinned(self) -> str:
        return _("chosen by a curator")


@dataclass(frozen=True, slots=True)
class Known:
    """What a page has loaded of a record: its links with their topics, and what stands beside it.

    `see_also` are the pairs that curators chose: subject, object and status.
    """

    links: Sequence[TopicLink]
    see_also: Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a link rests on: its weight by the best place, and its first sentence."""

    weight: float
    quote: str


def related_records(
    document: Document, visibility: Visibility, known: Known | None = None
) -> tuple[RelatedRecord, ...]:
    """Return at most ten records, those a curator pinned first, then by score.

    The score is .6 by topics (shared idf² × zone weights, as a share of the record's own), .4 by
    words and .05 for the same series. A place hides the places that it lies in. Whatever the viewer
    may not see, hidden pairs and weak ones take no part; nothing is related to a hidden text. What
    is known of the document already is not loaded again.
    """
    if document.is_embargoed(visibility.now):
        return ()
    ranking = _Ranking.of(document, visibility, known or _known(document, visibility))
    found = [ranking.related(other) for other in ranking.others(visibility)]
    worthy = (one for one in found if one.is_pinned or ranking.is_worth_showing(one))
    best = sorted(worthy, key=lambda one: (not one.is_pinned, -one.score, one.document.pk))[:MOST]
    return tuple(_with_words(one, document) for one in best)


def _with_words(one: RelatedRecord, document: Document) -> RelatedRecord:
    """Give the shared words as they are written, with both sentences where they are the reason."""
    if one.shared or not one.words:
        return one
    ours = as_written(one.words, f"{document.title}\n\n{document.body}")
    theirs = as_written(one.words, f"{one.document.title}\n\n{getattr(one.document, 'text', '')}")
    return replace(one, words=ours.words, quote=ours.quote, other_quote=theirs.quote)


def hidden_beside(document: Document, known: Known) -> tuple[Document, ...]:
    """Return the records that curators hid beside one, for the eyes of curators only."""
    _pinned, hidden = _chosen(document.pk, known.see_also)
    if not hidden:
        return ()
    records = Document.objects.filter(pk__in=hidden).order_by("title", "pk")
    return tuple(records.defer("abstract", "body", "restricted_body"))


@dataclass(frozen=True, slots=True)
class _Ranking:
    """All that the score of another record needs, loaded once."""

    document: Document
    topics: Mapping[int, Topic]
    own: Mapping[int, _Evidence]
    holdings: Holdings
    words: Mapping[int, tuple[float, tuple[str, ...]]]
    pinned: frozenset[int]
    candidates: frozenset[int]
    evidence: Mapping[int, Mapping[int, _Evidence]]

    @classmethod
    def of(cls, document: Document, visibility: Visibility, known: Known) -> _Ranking:
        holdings = load_holdings(visibility)
        own = {
            link.topic_id: _evidence(link.mention_count, link.quotes, link.quote)
            for link in known.links
        }
        near = _near(document.pk, own, holdings)
        words = similar_records(document, visibility, near)
        pinned, hidden = _chosen(document.pk, known.see_also)
        candidates = {*near, *words, *pinned} - hidden - {document.pk}
        return cls(
            document=document,
            topics={link.topic_id: link.topic for link in known.links},
            own=own,
            holdings=holdings,
            words=words,
            pinned=pinned,
            candidates=frozenset(candidates),
            evidence=_evidence_of(candidates, own, visibility),
        )

    def others(self, visibility: Visibility) -> Iterable[Document]:
        """Return the candidates that the viewer may read, with the text of the alike alone."""
        readable = Document.objects.readable_by(visibility).filter(pk__in=self.candidates)
        text = Case(When(pk__in=self._alike_only(), then=Left(F("body"), READ)), default=Value(""))
        listed = readable.select_related("source").annotate(text=text)
        return listed.defer("abstract", "body", "restricted_body")

    def _alike_only(self) -> list[int]:
        """Return the records that words alone may relate, most alike first."""
        alike = [pk for pk in self.words if pk not in self.evidence and pk in self.candidates]
        return sorted(alike, key=lambda pk: -self.words[pk][0])[:MOST]

    def related(self, other: Document) -> RelatedRecord:
        theirs = self.evidence.get(other.pk, {})
        shared = self._rarest_first(theirs.keys() & self.own.keys())
        likeness, words = self.words.get(other.pk, (0.0, ()))
        series = bool(self.document.series) and self.document.series == other.series
        score = TOPICS * self._topical(theirs, shared) + WORDS * likeness + SERIES * series
        return RelatedRecord(
            document=other,
            score=round(score, 4),
            shared=tuple(self._shared(topic, theirs) for topic in shared[:REASONS]),
            words=words,
            is_pinned=other.pk in self.pinned,
            is_same_series=series,
        )

    def is_worth_showing(self, one: RelatedRecord) -> bool:
        likeness, _words = self.words.get(one.document.pk, (0.0, ()))
        return one.score >= LEAST or likeness >= LEAST_ALIKE

    def _rarest_first(self, topics: Iterable[int]) -> list[int]:
        above = {up for topic in topics for up in self.holdings.above(topic) if up != topic}
        left = [topic for topic in topics if topic not in above]
        return sorted(left, key=lambda topic: (_count(self.holdings, topic), topic))

    def _topical(self, theirs: Mapping[int, _Evidence], shared: Iterable[int]) -> float:
        whole = sum(self._weight(topic, one.weight, one.weight) for topic, one in self.own.items())
        part = sum(
            self._weight(topic, self.own[topic].weight, theirs[topic].weight) for topic in shared
        )
        return min(1.0, part / whole) if whole else 0.0

    def _weight(self, topic: int, one: float, two: float) -> float:
        return _idf(self.holdings, topic) ** 2 * one * two

    def _shared(self, topic: int, theirs: Mapping[int, _Evidence]) -> Shared:
        return Shared(
            topic=self.topics[topic],
            count=_count(self.holdings, topic),
            total=self.holdings.total,
            quote=self.own[topic].quote,
            other_quote=theirs[topic].quote,
        )


def _near(pk: int, topics: Iterable[int], holdings: Holdings) -> list[int]:
    """Return at most 200 records that share topics, those with the rarest first."""
    scores: dict[int, float] = {}
    for topic in sorted(topics, key=lambda topic: _count(holdings, topic)):
        if len(scores) >= CANDIDATES:
            break
        weight = _idf(holdings, topic) ** 2
        for bit in bits(holdings.direct.get(topic, 0)):
            scores[bit] = scores.get(bit, 0.0) + weight
    ids = holdings.inventory.ids
    best = sorted(scores, key=lambda bit: (-scores[bit], ids[bit]))[: CANDIDATES + 1]
    return [ids[bit] for bit in best if ids[bit] != pk]


def _count(holdings: Holdings, topic: int) -> int:
    return holdings.direct.get(topic, 0).bit_count()


def _idf(holdings: Holdings, topic: int) -> float:
    return math.log(1 + holdings.total / (_count(holdings, topic) + 1))


def _known(document: Document, visibility: Visibility) -> Known:
    pairs = Relation.objects.filter(
        Q(subject=document) | Q(object=document), kind=Relation.Kind.SEE_ALSO
    )
    return Known(
        links=document.links.filter(visibility.links()).with_topics(),
        see_also=tuple(pairs.values_list("subject", "object", "status")),
    )


def _chosen(
    pk: int, pairs: Iterable[tuple[int, int, str]]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the records that curators pinned to a record, and those they hid beside it."""
    pinned: set[int] = set()
    hidden: set[int] = set()
    chosen = {Relation.Status.ACCEPTED: pinned, Relation.Status.REJECTED: hidden}
    for subject, other, status in pairs:
        if status in chosen:  # a pair that was let go of is left to the ranking
            chosen[Relation.Status(status)].add(other if subject == pk else subject)
    return frozenset(pinned - hidden), frozenset(hidden)


def _evidence_of(
    documents: Iterable[int], topics: Iterable[int], visibility: Visibility
) -> dict[int, dict[int, _Evidence]]:
    """Return what ties records to topics; only that of readable ones is looked at later."""
    wanted = set(topics)
    links = TopicLink.objects.filter(
        visibility.links_of_readable(), document__in=documents
    ).order_by()
    found: dict[int, dict[int, _Evidence]] = {}
    columns = ("document", "topic", "mention_count", "quotes", "quote")
    for document, topic, count, quotes, quote in links.values_list(*columns):
        if topic not in wanted:
            continue
        found.setdefault(document, {})[topic] = _evidence(count, quotes, quote)
    return found


def _evidence(count: int, quotes: Sequence[Mapping[str, str]], quote: str) -> _Evidence:
    """Weigh a link: by the best zone of its sentences, in the running text 1 + ln of its count."""
    running = 1 + math.log(max(count, 1))
    weights = (ZONES.get(one.get("zone", ""), running) for one in quotes)
    return _Evidence(max(weights, default=running), quote)
