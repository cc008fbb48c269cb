"""The links and the ambiguous names that a review page offers for decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.gazetteer import proving
from documents.models import Mention, Topic, TopicLink
from documents.text.percent import whole_percent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from documents.curation.reading import Reading
    from documents.models import Document


type Quoted = tuple[tuple[str, bool], ...]
"""A sentence in parts, each with whether it is the name that carries the link."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposed or stored link; `quotes` are at most three sentences."""

    topic: Topic
    confidence: float
    rule: str
    quotes: tuple[Quoted, ...]
    count: int
    ticked: bool = True
    state: str = ""

    @property
    def percent(self) -> int:
        return whole_percent(self.confidence)


@dataclass(frozen=True, slots=True)
class Question:
    """A name that may mean several topics, with one sentence that has it."""

    surface: str
    quote: str
    candidates: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    links: tuple[Offer, ...] = ()
    questions: tuple[Question, ...] = ()


def offers_of(reading: Reading) -> Offers:
    """Return what a reading proposes, in two queries."""
    topics = _topics(
        [link.topic_id for link in reading.links]
        + [pk for mention in reading.mentions for pk in mention.topic_ids]
    )
    links = [
        Offer(
            topic=topics[link.topic_id],
            confidence=link.confidence,
            rule=link.rule,
            quotes=tuple(
                _quoted(text, {mention.surface for mention in proving(link.mentions)})
                for text in dict.fromkeys(quote.text for quote in link.quotes[:3])
            ),
            count=len(link.mentions),
        )
        for link in reading.links
        if link.topic_id in topics
    ]
    asked = ((one.surface, one.quote, one.topic_ids) for one in reading.mentions)
    return Offers(_in_order(links), _questions(asked, topics))


def offers_of_record(document: Document) -> Offers:
    """Return the stored links and open questions of a record, in five queries."""
    stored = list(document.links.prefetch_related("mentions"))
    open_mentions = list(
        Mention.objects.filter(document=document)
        .exclude(status=Mention.Status.REJECTED)
        .prefetch_related("candidates")
    )
    asked = [
        (one.surface, one.quote, tuple(candidate.topic_id for candidate in one.candidates.all()))
        for one in open_mentions
    ]
    wanted = [link.topic_id for link in stored] + [pk for _, _, ids in asked for pk in ids]
    topics = _topics(wanted)
    links = [
        Offer(
            topic=topics[link.topic_id],
            confidence=link.confidence,
            rule=link.rule or link.get_origin_display(),
            quotes=_stored_quotes(link),
            count=link.mention_count,
            ticked=link.status != TopicLink.Status.REJECTED,
            state=link.status,
        )
        for link in stored
    ]
    return Offers(_in_order(links), _questions(asked, topics))


def _topics(ids: Iterable[int]) -> dict[int, Topic]:
    return Topic.objects.labelled().in_bulk(list(set(ids)))


def _in_order(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    facets = list(Topic.Facet.values)
    return tuple(
        sorted(
            offers,
            key=lambda one: (facets.index(one.topic.facet), -one.confidence, one.topic.label),
        )
    )


def _questions(
    asked: Iterable[tuple[str, str, tuple[int, ...]]], topics: dict[int, Topic]
) -> tuple[Question, ...]:
    """Return one question a surface; a name with one meaning or none asks nothing."""
    questions: dict[str, Question] = {}
    for surface, quote, ids in asked:
        candidates = tuple(topics[pk] for pk in ids if pk in topics)
        if len(candidates) > 1:
            questions.setdefault(surface, Question(surface, quote, candidates))
    return tuple(questions.values())


def _stored_quotes(link: TopicLink) -> tuple[Quoted, ...]:
    texts = [str(quote["quote"]) for quote in link.quotes] or [link.quote]
    surfaces = {mention.surface for mention in proving(link.mentions.all())}
    return tuple(_quoted(text, surfaces) for text in dict.fromkeys(texts) if text)


def _quoted(text: str, surfaces: Collection[str]) -> Quoted:
    """Return a sentence in parts; longer names are found before those they hold."""
    names = "|".join(re.escape(one) for one in sorted(surfaces, key=len, reverse=True))
    if not names:
        return ((text, False),)
    parts = re.split(f"({names})", text)
    return tuple((part, number % 2 == 1) for number, part in enumerate(parts) if part)
