"""Writes the history: every verb notes what it changed, and what is done together says so."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from documents.curation.entry import Entry, in_order
from documents.curation.entry_json import to_plain
from documents.models import Change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.models import Document, Mention, Relation, Topic, TopicLink

type Fields = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Context:
    """Why the changes of a block are made, and the mark that they were made together."""

    why: str = ""
    batch: UUID | None = None


_PLAIN = Context()
_context: ContextVar[Context] = ContextVar("history", default=_PLAIN)


@contextmanager
def because(why: str) -> Iterator[None]:
    """Give the changes within the block their reason."""
    token = _context.set(Context(why, _context.get().batch))
    try:
        yield
    finally:
        _context.reset(token)


@contextmanager
def together(why: str = "") -> Iterator[UUID]:
    """Mark the changes within the block as one piece of work, which can be undone as one."""
    batch = uuid4()
    token = _context.set(Context(why, batch))
    try:
        yield batch
    finally:
        _context.reset(token)


def note(
    document: Document, verb: str, changed: Fields | None = None, *, by: User | None, now: datetime
) -> Change:
    """Note a change of a record."""
    what = Change(noun=Change.Noun.DOCUMENT, object_id=document.pk, document=document)
    what.label = document.title
    return _store(what, verb, changed, by, now)


def note_link(link: TopicLink, before: str, *, by: User | None, now: datetime) -> Change:
    """Note a decision on a link."""
    what = Change(noun=Change.Noun.LINK, object_id=link.pk, document_id=link.document_id)
    what.label = link.topic.label
    return _store(what, link.status, {"status": [before, link.status]}, by, now)


def note_relation(
    relation: Relation, verb: str, changed: Fields, *, by: User | None, now: datetime
) -> Change:
    """Note a decision on a relation; it stands in the history of its first record."""
    noun = Change.Noun.RELATION
    what = Change(noun=noun, object_id=relation.pk, document_id=relation.subject_id)
    what.label = str(relation)
    return _store(what, verb, changed, by, now)


def note_name(
    mention: Mention, verb: str, changed: Fields, *, by: User | None, now: datetime
) -> Change:
    """Note what a curator said that a name or a citation of a record means."""
    noun = Change.Noun.MENTION
    what = Change(noun=noun, object_id=mention.pk, document_id=mention.document_id)
    what.label = mention.surface
    return _store(what, verb, changed, by, now)


def note_topic(
    topic: Topic, verb: str, changed: Fields, *, by: User | None, now: datetime
) -> Change:
    """Note a change of a topic or of its names."""
    what = Change(noun=Change.Noun.TOPIC, object_id=topic.pk, label=topic.label)
    return _store(what, verb, changed, by, now)


def note_tag(
    pk: int, label: str, verb: str, changed: Fields, *, by: User | None, now: datetime
) -> Change:
    """Note that tags were merged or removed, or that this was taken back."""
    return _store(Change(noun=Change.Noun.TAG, object_id=pk, label=label), verb, changed, by, now)


def _store(
    what: Change, verb: str, changed: Fields | None, by: User | None, now: datetime
) -> Change:
    context = _context.get()
    what.label = what.label[:500]
    what.verb, what.fields = verb, changed or {}
    what.why, what.batch = context.why, context.batch
    what.by, what.at = by, now
    what.save()
    return what


def changed_fields(before: Entry, after: Entry) -> Fields:
    """Return by field the value before and after, as JSON can hold them."""
    first, second = in_order(before), in_order(after)
    return {
        field.name: [to_plain(getattr(first, field.name)), to_plain(getattr(second, field.name))]
        for field in fields(Entry)
        if getattr(first, field.name) != getattr(second, field.name)
    }
