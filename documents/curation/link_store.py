"""Stores the links that follow from a record's mentions; decided links keep their decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from documents.curation.mention_store import place_of
from documents.models import Document, TopicLink
from documents.search.indexing import enqueue_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.curation.mention_store import Place
    from documents.gazetteer import FoundMention, ProposedLink

ACCEPT_FROM = 0.8
"""The confidence from which a new rule link on a record linked by rule is accepted at once."""

Status = TopicLink.Status
Origin = TopicLink.Origin


def accept_by_rule(document: Document, least: float = ACCEPT_FROM) -> None:
    """Accept the sure suggestions of rules; they stay marked as such and follow the text."""
    sure = document.links.filter(
        status=Status.SUGGESTED,
        origin=Origin.RULE,
        decided_at=None,
        confidence__gte=least,
    )
    for link in sure:
        link.status = Status.ACCEPTED
        link.save(update_fields=["status"])


@dataclass(frozen=True, slots=True)
class LinkChanges:
    """Topics that a record gained and lost."""

    linked: frozenset[int] = frozenset()
    unlinked: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.linked or self.unlinked)


def store_links(
    document: Document,
    proposed: Sequence[ProposedLink],
    keys: Mapping[Place, int],
    licensed: Mapping[int, Sequence[FoundMention]],
) -> LinkChanges:
    """Make the undecided links of a record those proposed, touching only what differs.

    A link that a curator decided stays as decided; its evidence follows the text. The rows are
    written in bulk and the index is told once. `licensed` has the mentions of a topic in licensed
    text: they are tied to its link, and neither counted nor quoted.
    """
    stored = {link.topic_id: link for link in document.links.prefetch_related("mentions")}
    status = _NewStatus(document, stored)
    new = [one for one in proposed if one.topic_id not in stored]
    kept = [(stored[one.topic_id], one) for one in proposed if one.topic_id in stored]
    gone = [stored[topic] for topic in stored.keys() - {one.topic_id for one in proposed}]
    created = _create(document, new, status)
    changed = _bring_up([*kept, *((link, None) for link in gone if link.is_decided)])
    unlinked = [link for link in gone if not link.is_decided]
    TopicLink.objects.filter(pk__in=[link.pk for link in unlinked]).delete()
    tied = {}
    for link, one in (*zip(created, new, strict=True), *kept):
        resting = (*one.mentions, *licensed.get(one.topic_id, ()))
        tied[link] = {keys[place_of(mention)] for mention in resting}
    _rest_on(tied)
    if created or changed:
        enqueue_many([document.pk])
    return LinkChanges(
        frozenset(link.topic_id for link in created), frozenset(link.topic_id for link in unlinked)
    )


class _NewStatus:
    """Gives the status of a new link: accepted on a public record that was linked by rule."""

    def __init__(self, document: Document, stored: Mapping[int, TopicLink]) -> None:
        self._by_rule = document.status == Document.Status.PUBLISHED and any(
            link.status == Status.ACCEPTED and not link.is_decided for link in stored.values()
        )

    def __call__(self, confidence: float) -> TopicLink.Status:
        if self._by_rule and confidence >= ACCEPT_FROM:
            return Status.ACCEPTED
        return Status.SUGGESTED


def _create(
    document: Document, proposed: Iterable[ProposedLink], status: _NewStatus
) -> list[TopicLink]:
    """Store new links; they know that no mention is tied to them yet."""
    created = TopicLink.objects.bulk_create(
        TopicLink(
            document=document,
            topic_id=one.topic_id,
            status=status(one.confidence),
            **_values(one),
        )
        for one in proposed
    )
    prefetch_related_objects(created, "mentions")
    return created


def _bring_up(links: Iterable[tuple[TopicLink, ProposedLink | None]]) -> bool:
    """Give stored links the evidence proposed, and say whether any differed."""
    differing: list[TopicLink] = []
    names: set[str] = set()
    for link, proposed in links:
        values = _values_for(link, proposed)
        changed = {name for name, value in values.items() if getattr(link, name) != value}
        for name in changed:
            setattr(link, name, values[name])
        if changed:
            differing.append(link)
            names |= changed
    if differing:
        TopicLink.objects.bulk_update(differing, sorted(names))
    return bool(differing)


def _values_for(link: TopicLink, proposed: ProposedLink | None) -> dict[str, Any]:
    """Return what a stored link is to hold; nothing is proposed for one that has lost its text."""
    if proposed is None or (link.origin == Origin.CURATOR and proposed.is_restricted):
        # What only licensed text says neither hides a curator's link nor speaks for it.
        return {"mention_count": 0}
    values = _values(proposed)
    if link.origin == Origin.CURATOR and link.quote:
        values.pop("quote")
    return values


def _rest_on(links: Mapping[TopicLink, set[int]]) -> None:
    """Tie links to the mentions that carry them."""
    through = TopicLink.mentions.through
    ties = []
    for link, wanted in links.items():
        tied = {mention.pk for mention in link.mentions.all()}
        if tied - wanted:
            through.objects.filter(topiclink=link, mention__in=tied - wanted).delete()
        ties += [through(topiclink_id=link.pk, mention_id=pk) for pk in sorted(wanted - tied)]
    through.objects.bulk_create(ties)


def _values(proposed: ProposedLink) -> dict[str, Any]:
    return {
        "role": proposed.role,
        "confidence": proposed.confidence,
        "rule": proposed.rule,
        "quote": proposed.quotes[0].text,
        "quotes": [
            {"zone": quote.zone, "start": quote.start, "end": quote.end, "quote": quote.text}
            for quote in proposed.quotes
        ],
        "mention_count": len(proposed.mentions),
        "is_restricted": proposed.is_restricted,
    }
