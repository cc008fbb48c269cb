"""Stores the links that follow from records' mentions; decided links keep their decision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from documents.curation.licensed_names import licensed_by_topic, links_of
from documents.curation.mention_store import place_of
from documents.curation.plain_rows import insert_models, insert_rows
from documents.models import Document, TopicLink
from documents.search.indexing import enqueue_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from documents.curation.mention_store import FoundIn, Place
    from documents.gazetteer import FoundMention, ProposedLink

ACCEPT_FROM = 0.8
"""The confidence from which a new rule link on a record linked by rule is accepted at once."""

Status = TopicLink.Status
Origin = TopicLink.Origin


def accept_by_rule(document: Document) -> None:
    """Accept the sure suggestions of rules; they stay marked as such and follow the text."""
    sure = document.links.filter(
        status=Status.SUGGESTED,
        origin=Origin.RULE,
        decided_at=None,
        confidence__gte=ACCEPT_FROM,
    )
    if sure.update(status=Status.ACCEPTED):
        enqueue_many([document.pk])


@dataclass(frozen=True, slots=True)
class LinkChanges:
    """Topics that a record gained and lost."""

    linked: frozenset[int] = frozenset()
    unlinked: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.linked or self.unlinked)


@dataclass(frozen=True, slots=True)
class _Step:
    """What is to become of the links of one record."""

    document: Document
    new: list[TopicLink]
    kept: list[tuple[TopicLink, ProposedLink]]
    gone: list[TopicLink]
    proposed: Sequence[ProposedLink]
    licensed: Mapping[int, Sequence[FoundMention]]

    @property
    def changes(self) -> LinkChanges:
        return LinkChanges(
            frozenset(link.topic_id for link in self.new),
            frozenset(link.topic_id for link in self.gone if not link.is_decided),
        )


def store_links(
    found: Sequence[FoundIn], keys: Mapping[int, Mapping[Place, int]]
) -> list[LinkChanges]:
    """Make the undecided links of records those that follow from what was found in them.

    Only what differs is touched. A link that a curator decided stays as decided; its evidence
    follows the text. Rows are written in bulk and the index is told once. Mentions in licensed text
    are tied to a link, and neither counted nor quoted.
    """
    stored: dict[int, dict[int, TopicLink]] = {one.document.pk: {} for one in found}
    for link in TopicLink.objects.filter(document__in=stored).order_by("pk"):
        stored[link.document_id][link.topic_id] = link
    steps = [_step(one, stored[one.document.pk]) for one in found]
    insert_models([link for step in steps for link in step.new])
    changed = _bring_up(pair for step in steps for pair in _pairs(step))
    undecided = [link.pk for step in steps for link in step.gone if not link.is_decided]
    if undecided:
        TopicLink.objects.filter(pk__in=undecided).delete()
    _rest_on({link: pks for step in steps for link, pks in _ties(step, keys)})
    enqueue_many([*changed, *(step.document.pk for step in steps if step.new)])
    return [step.changes for step in steps]


def _step(one: FoundIn, stored: Mapping[int, TopicLink]) -> _Step:
    proposed = links_of(one.mentions)
    status = _NewStatus(one.document, stored)
    topics = {link.topic_id for link in proposed}
    return _Step(
        one.document,
        [
            TopicLink(
                document=one.document,
                topic_id=link.topic_id,
                status=status(link.confidence),
                **_values(link),
            )
            for link in proposed
            if link.topic_id not in stored
        ],
        [(stored[link.topic_id], link) for link in proposed if link.topic_id in stored],
        [stored[topic] for topic in stored.keys() - topics],
        proposed,
        licensed_by_topic(one.mentions),
    )


def _pairs(step: _Step) -> list[tuple[TopicLink, ProposedLink | None]]:
    """Return the stored links that stay, each with what is proposed for it, if anything is."""
    return [*step.kept, *((link, None) for link in step.gone if link.is_decided)]


def _ties(
    step: _Step, keys: Mapping[int, Mapping[Place, int]]
) -> Iterator[tuple[TopicLink, set[int]]]:
    """Give the links proposed with the keys of the mentions that they rest on."""
    places = keys[step.document.pk]
    links = {link.topic_id: link for link in (*step.new, *(link for link, _ in step.kept))}
    for one in step.proposed:
        resting = (*one.mentions, *step.licensed.get(one.topic_id, ()))
        yield links[one.topic_id], {places[place_of(mention)] for mention in resting}


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


def _bring_up(links: Iterable[tuple[TopicLink, ProposedLink | None]]) -> set[int]:
    """Give stored links the evidence proposed; return the records of those that differed."""
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
        TopicLink.objects.bulk_update(differing, sorted(names), batch_size=100)
    return {link.document_id for link in differing}


def _values_for(link: TopicLink, proposed: ProposedLink | None) -> dict[str, Any]:
    """Return what a stored link is to hold; nothing is proposed for one that has lost its text."""
    if proposed is None or (link.origin == Origin.CURATOR and proposed.is_restricted):
        # What only licensed text says neither hides a curator's link nor speaks for it.
        return {"mention_count": 0}
    values = _values(proposed)
    if link.origin == Origin.CURATOR:
        if link.quote:
            values.pop("quote")
    elif _is_no_longer_sure(link, proposed):
        values["status"] = Status.SUGGESTED
    return values


def _is_no_longer_sure(link: TopicLink, proposed: ProposedLink) -> bool:
    """Whether a link that only the rules accepted has lost what they accepted it for."""
    is_by_rule = link.status == Status.ACCEPTED and not link.is_decided
    return is_by_rule and proposed.confidence < ACCEPT_FROM


def _rest_on(links: Mapping[TopicLink, set[int]]) -> None:
    """Tie links to the mentions that carry them."""
    through = TopicLink.mentions.through
    tied: defaultdict[int, set[int]] = defaultdict(set)
    rows = through.objects.filter(topiclink__in=[link.pk for link in links])
    for link_id, mention_id in rows.values_list("topiclink", "mention"):
        tied[link_id].add(mention_id)
    for link, wanted in links.items():
        if tied[link.pk] - wanted:
            through.objects.filter(topiclink=link, mention__in=tied[link.pk] - wanted).delete()
    new = ((link.pk, pk) for link, wanted in links.items() for pk in sorted(wanted - tied[link.pk]))
    insert_rows(through, ("topiclink", "mention"), new)


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
