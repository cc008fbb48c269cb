"""Adds a topic and edits what it says of itself; whoever edits at the same time is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from documents.curation.entry_json import to_plain
from documents.curation.history import because, note_topic
from documents.curation.name_change import names_of
from documents.curation.outcome import digest_of
from documents.models import OldAddress, Topic, TopicName

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from django.contrib.auth.models import User

type Values = Mapping[str, Any]

EDITED = ("slug", "parent_id", "tier", "number", "issued_on", "position", "intro_en", "intro_zh")
"""The fields of a topic that a curator edits at the desk; its names go another way."""


class TopicChangedError(ValueError):
    """Somebody else changed the topic after it was opened; `stored` is how it stands now."""

    def __init__(self, stored: Topic) -> None:
        super().__init__(_("Somebody else changed this topic while you were editing it."))
        self.stored = stored


@dataclass(frozen=True, slots=True)
class NewTopic:
    """A topic that is to be added, with its preferred names as pairs of language and name."""

    facet: str
    slug: str
    names: tuple[tuple[str, str], ...]
    parent_id: int | None = None
    sense: str = ""


def mark_of(topic: Topic) -> str:
    """Return a mark of all that a topic says of itself; it changes with any of it."""
    state = [*(str(getattr(topic, name)) for name in EDITED), *names_of(topic)]
    return digest_of(state)


@transaction.atomic
def add_topic(new: NewTopic, *, by: User | None, now: datetime, why: str = "") -> Topic:
    """Add a topic with its names; raises ValidationError where it does not fit."""
    topic = Topic(facet=new.facet, slug=new.slug, parent_id=new.parent_id, sense=new.sense)
    topic.full_clean()
    topic.save()
    for language, text in new.names:
        name = TopicName(topic=topic, language=language, name=text, role=TopicName.Role.PREFERRED)
        name.full_clean()
        name.save()
    with because(why):
        note_topic(topic, "added", {"names": [[], names_of(topic)]}, by=by, now=now)
    return topic


@transaction.atomic
def edit_topic(topic: Topic, values: Values, *, seen: str, by: User | None, now: datetime) -> Topic:
    """Store new values of EDITED fields; an old slug leads to the new one.

    `seen` is `mark_of` the topic as the curator opened it: TopicChangedError is raised, and
    nothing written, where it changed since. Raises ValidationError where a value does not fit.
    """
    # The whole tree is held, so that no two edits put two topics below each other.
    tree = Topic.objects.select_for_update().filter(facet=topic.facet).order_by("pk")
    stored = tree.in_bulk()[topic.pk]
    if mark_of(stored) != seen:
        raise TopicChangedError(stored)
    return put_values(stored, values, by=by, now=now)


@transaction.atomic
def put_values(topic: Topic, values: Values, *, by: User | None, now: datetime) -> Topic:
    """Store values of a topic and note those that differ; raises ValidationError."""
    changed = {
        name: [to_plain(getattr(topic, name)), to_plain(value)]
        for name, value in values.items()
        if to_plain(getattr(topic, name)) != to_plain(value)
    }
    if not changed:
        return topic
    before = topic.slug
    for name, value in values.items():
        setattr(topic, name, value)
    topic.full_clean()
    topic.save()
    if before != topic.slug:
        _lead(topic, before)
    note_topic(topic, "edited", changed, by=by, now=now)
    return topic


def _lead(topic: Topic, old: str) -> None:
    """Lead a slug that was given up to the new one; one that is taken up again leads nowhere."""
    addresses = OldAddress.objects.filter(kind=topic.facet)
    addresses.filter(slug=topic.slug).delete()
    for address in addresses.filter(new_slug=old):
        address.new_slug = topic.slug
        address.save()
    OldAddress.objects.create(kind=topic.facet, slug=old, new_slug=topic.slug)
