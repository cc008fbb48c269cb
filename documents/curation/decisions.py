"""What a curator decides about links and ambiguous names; no machine overwrites it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from documents.curation.history import note_link
from documents.curation.settling import settle
from documents.models import TopicLink

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.models import Document

Status = TopicLink.Status


@dataclass(frozen=True, slots=True)
class AddedLink:
    """A link that no rule proposed; the quote may be empty."""

    topic_id: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Which topic an ambiguous name stands for, wherever the record writes it so."""

    surface: str
    topic_id: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """Topics left ticked and those unticked on a review page, links added, names settled."""

    ticked: frozenset[int] = frozenset()
    unticked: frozenset[int] = frozenset()
    added: tuple[AddedLink, ...] = ()
    meanings: tuple[Meaning, ...] = ()


@transaction.atomic
def decide(document: Document, decisions: Decisions, *, by: User | None, now: datetime) -> None:
    """Store the decisions of one review.

    A suggestion left ticked stays a suggestion until the record is published.
    """
    meant = {meaning.topic_id for meaning in decisions.meanings}
    for meaning in decisions.meanings:
        settle(document, meaning.surface, meaning.topic_id, by=by, now=now)
    for added in decisions.added:
        add_link(document, added, by=by, now=now)
    for link in document.links.filter(topic_id__in=decisions.unticked):
        reject(link, by=by, now=now)
    taken_back = Q(topic_id__in=decisions.ticked, status=Status.REJECTED)
    for link in document.links.filter(taken_back | Q(topic_id__in=meant)):
        accept_link(link, by=by, now=now)


def accept_links(
    document: Document, *, by: User | None, now: datetime, topics: Collection[int] | None = None
) -> None:
    """Accept the suggested links of a record: all, or those to the topics given."""
    suggested = document.links.filter(status=Status.SUGGESTED)
    for link in suggested if topics is None else suggested.filter(topic_id__in=topics):
        accept_link(link, by=by, now=now)


def accept_link(link: TopicLink, *, by: User | None, now: datetime) -> None:
    put_status(link, Status.ACCEPTED, by=by, now=now)


def reject(link: TopicLink, *, by: User | None, now: datetime) -> None:
    if link.status != Status.REJECTED:
        put_status(link, Status.REJECTED, by=by, now=now)


def add_link(document: Document, added: AddedLink, *, by: User | None, now: datetime) -> TopicLink:
    """Set a link by hand; one that a rule proposed already is accepted with its own evidence."""
    link = document.links.filter(topic_id=added.topic_id).first()
    if link is None:
        link = TopicLink(
            document=document, topic_id=added.topic_id, origin=TopicLink.Origin.CURATOR
        )
    if added.quote:
        link.quote = added.quote
    put_status(link, Status.ACCEPTED, by=by, now=now)
    return link


def put_status(
    link: TopicLink, status: TopicLink.Status, *, by: User | None, now: datetime
) -> None:
    """Decide a link and note it in the history."""
    before = link.status if link.pk else ""
    link.status = status
    is_open = status == Status.SUGGESTED  # a decision taken back leaves the link to the machine
    link.decided_by = None if is_open else by
    link.decided_at = None if is_open else now
    link.save()
    if before != status:
        note_link(link, before, by=by, now=now)
