"""Writes the history: every verb notes what it changed, and what is done together says so."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from documents.curation.entry import DateEntry, Entry, in_order
from documents.ingest import Author, Caption
from documents.models import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    context = _context.get()
    return Change.objects.create(
        noun=Change.Noun.DOCUMENT,
        object_id=document.pk,
        document=document,
        label=document.title[:500],
        verb=verb,
        fields=changed or {},
        why=context.why,
        batch=context.batch,
        by=by,
        at=now,
    )


def note_link(link: TopicLink, before: str, *, by: User | None, now: datetime) -> Change:
    """Note a decision on a link."""
    context = _context.get()
    return Change.objects.create(
        noun=Change.Noun.LINK,
        object_id=link.pk,
        document_id=link.document_id,
        label=link.topic.label[:500],
        verb=link.status,
        fields={"status": [before, link.status]},
        why=context.why,
        batch=context.batch,
        by=by,
        at=now,
    )


def note_relation(
    relation: Relation, verb: str, changed: Fields, *, by: User | None, now: datetime
) -> Change:
    """Note a decision on a relation; it stands in the history of its first record."""
    context = _context.get()
    return Change.objects.create(
        noun=Change.Noun.RELATION,
        object_id=relation.pk,
        document_id=relation.subject_id,
        label=str(relation)[:500],
        verb=verb,
        fields=changed,
        why=context.why,
        batch=context.batch,
        by=by,
        at=now,
    )


def note_name(
    mention: Mention, verb: str, changed: Fields, *, by: User | None, now: datetime
) -> Change:
    """Note what a curator said that a name or a citation of a record means."""
    context = _context.get()
    return Change.objects.create(
        noun=Change.Noun.MENTION,
        object_id=mention.pk,
        document_id=mention.document_id,
        label=mention.surface[:500],
        verb=verb,
        fields=changed,
        why=context.why,
        batch=context.batch,
        by=by,
        at=now,
    )


def note_topic(
    topic: Topic, verb: str, changed: Fields | None = None, *, by: User | None, now: datetime
) -> Change:
    """Note a change of a topic or of its names."""
    context = _context.get()
    return Change.objects.create(
        noun=Change.Noun.TOPIC,
        object_id=topic.pk,
        label=topic.label[:500],
        verb=verb,
        fields=changed or {},
        why=context.why,
        batch=context.batch,
        by=by,
        at=now,
    )


def changed_fields(before: Entry, after: Entry) -> Fields:
    """Return by field the value before and after, as JSON can hold them."""
    first, second = in_order(before), in_order(after)
    return {
        field.name: [to_json(getattr(first, field.name)), to_json(getattr(second, field.name))]
        for field in fields(Entry)
        if getattr(first, field.name) != getattr(second, field.name)
    }


def to_json(value: Any) -> Any:
    """Return a value of an entry as JSON can hold it."""
    if isinstance(value, tuple):
        return [to_json(one) for one in value]
    if isinstance(value, (Author, Caption, DateEntry)):
        return {name: to_json(one) for name, one in asdict(value).items()}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def from_json(field: str, value: Any) -> Any:
    """Return a value of an entry's field from what the history holds."""
    if isinstance(value, list):
        return tuple(_item(field, one) for one in value)
    return value


def _item(field: str, value: Any) -> Any:
    if field == "authors":
        return Author(value["name"], tuple(value["affiliations"]), value["group"])
    if field == "captions":
        return Caption(**value)
    if field == "dates":
        at = datetime.fromisoformat(value["at"]) if value["at"] else None
        on = date.fromisoformat(value["on"])
        return DateEntry(value["role"], on, value["precision"], value["raw"], at)
    return value
