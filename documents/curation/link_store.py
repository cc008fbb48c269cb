"""Stores the links that follow from a record's mentions; decided links keep their decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from documents.curation.mention_store import place_of
from documents.models import Document, TopicLink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from documents.curation.mention_store import Place
    from documents.gazetteer import FoundMention, ProposedLink

ACCEPT_FROM = 0.8
"""The confidence from which a new rule link on a record linked by rule is accepted at once."""

Status = TopicLink.Status
Origin = TopicLink.Origin


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
    saved one by one, so that the index hears of each. `licensed` has the mentions of a topic in
    licensed text: they are tied to its link, and neither counted nor quoted.
    """
    stored = {link.topic_id: link for link in document.links.prefetch_related("mentions")}
    status = _NewStatus(document, stored)
    linked = set()
    for one in proposed:
        link = stored.pop(one.topic_id, None)
        if link is None:
            linked.add(one.topic_id)
            link = _create(document, one, status(one.confidence))
        else:
            _bring_up(link, one)
        resting = (*one.mentions, *licensed.get(one.topic_id, ()))
        _rest_on(link, {keys[place_of(mention)] for mention in resting})
    gone = [link for link in stored.values() if not link.is_decided]
    for link in gone:
        link.delete()
    for link in stored.values():
        if link.is_decided and link.mention_count:
            link.mention_count = 0
            link.save(update_fields=["mention_count"])
    return LinkChanges(frozenset(linked), frozenset(link.topic_id for link in gone))


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


def _create(document: Document, proposed: ProposedLink, status: TopicLink.Status) -> TopicLink:
    return TopicLink.objects.create(
        document=document, topic_id=proposed.topic_id, status=status, **_values(proposed)
    )


def _bring_up(link: TopicLink, proposed: ProposedLink) -> None:
    """Give a stored link the evidence proposed, writing only what differs."""
    values = _values(proposed)
    if link.origin == Origin.CURATOR and proposed.is_restricted:
        # What only licensed text says neither hides a curator's link nor speaks for it.
        values = {"mention_count": 0}
    elif link.origin == Origin.CURATOR and link.quote:
        values.pop("quote")
    changed = [name for name, value in values.items() if getattr(link, name) != value]
    for name in changed:
        setattr(link, name, values[name])
    if changed:
        link.save(update_fields=changed)


def _rest_on(link: TopicLink, mentions: set[int]) -> None:
    if mentions != {mention.pk for mention in link.mentions.all()}:
        link.mentions.set(mentions)


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
