"""Finds what changed in the vocabulary since the records were linked, and links what it touches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING

from documents.curation.linked_names import linked_vocabulary, note_linked
from documents.curation.linking import relink_each
from documents.curation.name_change import LinkPreview, preview_links, records_holding
from documents.gazetteer import load_names, load_vocabulary
from documents.models import Document, Topic, TopicName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from documents.curation.link_store import LinkChanges
    from documents.gazetteer import Vocabulary

BATCH = 200
MOST_NAMES = 60
"""With more names changed every record is linked anew, which is quicker than looking for each."""


@dataclass(frozen=True, slots=True)
class ChangedTopic:
    """What changed of one topic; a deleted one has no `topic`. `is_moved`: its place or kind."""

    topic: Topic | None
    added: tuple[str, ...]
    removed: tuple[str, ...]
    is_moved: bool

    @property
    def names(self) -> tuple[str, ...]:
        return self.added + self.removed


@dataclass(frozen=True, slots=True)
class Unlinked:
    """All changes since the records were linked; `is_unknown` where nobody knows them."""

    topics: tuple[ChangedTopic, ...] = ()
    is_unknown: bool = False

    def __bool__(self) -> bool:
        return self.is_unknown or bool(self.topics)


def unlinked_changes() -> Unlinked:
    """Return what was changed, by any door, and not followed by a relinking."""
    known, now = linked_vocabulary(), load_vocabulary()
    if known is None:
        return Unlinked(is_unknown=Document.objects.exists())
    old, new = _names(known), _names(now)
    facts = {pk: row for pk, *row in now.topics}
    before = {pk: row for pk, *row in known.topics}
    moved = {pk for pk in facts.keys() & before.keys() if facts[pk] != before[pk]}
    moved |= {pk for pk, _level in set(known.places) ^ set(now.places)}
    gone = before.keys() - facts.keys()
    touched = moved | gone | {pk for pk, *_ in old ^ new}
    if not touched:
        return Unlinked()
    topics = {topic.pk: topic for topic in Topic.objects.filter(pk__in=touched).labelled()}
    return Unlinked(
        tuple(
            ChangedTopic(
                topic=topics.get(pk),
                added=tuple(sorted({row[3] for row in new - old if row[0] == pk})),
                removed=tuple(sorted({row[3] for row in old - new if row[0] == pk})),
                is_moved=pk in moved,
            )
            for pk in sorted(touched)
        )
    )


def touched_records(changes: Unlinked) -> QuerySet[Document]:
    """Return the records whose links may be others by now: they hold a name or name a topic."""
    records = Document.objects.order_by("pk")
    if changes.is_unknown:
        return records
    names = {name for one in changes.topics for name in one.names}
    moved = [one.topic for one in changes.topics if one.is_moved and one.topic is not None]
    names |= set(TopicName.objects.filter(topic__in=moved).values_list("name", flat=True))
    if len(names) > MOST_NAMES:
        return records
    return records_holding(names, [one.topic for one in changes.topics if one.topic is not None])


def preview_relinking(changes: Unlinked) -> LinkPreview:
    """Return exactly which links a relinking would make and drop; nothing is written."""
    return preview_links(touched_records(changes), load_names())


def relink_touched() -> Iterator[tuple[Document, LinkChanges]]:
    """Link what the changes touch, one record at a time, with what changed of each.

    The names count as linked once the last is done: who stops half-way begins again.
    """
    return _relink_and_note(touched_records(unlinked_changes()))


def relink_all() -> Iterator[tuple[Document, LinkChanges]]:
    """Link every record anew, one at a time, with what changed of each."""
    return _relink_and_note(Document.objects.order_by("pk"))


def note_first_names() -> None:
    """Take the vocabulary for that of the links while no record can have been linked by another."""
    if linked_vocabulary() is None and not Document.objects.exists():
        note_linked(load_vocabulary())


def _relink_and_note(documents: QuerySet[Document]) -> Iterator[tuple[Document, LinkChanges]]:
    vocabulary = load_vocabulary()
    # The names are looked for before links change, since the links are what some are found by.
    ids = list(documents.values_list("pk", flat=True))
    for batch in batched(ids, BATCH, strict=False):
        yield from relink_each(Document.objects.filter(pk__in=batch).order_by("pk"))
    note_linked(vocabulary)


def _names(vocabulary: Vocabulary) -> set[tuple[int, str, bool, str]]:
    """Return the names as far as links depend on them: a preferred one links as any other does."""
    hidden = TopicName.Role.HIDDEN
    return {(topic, lang, role == hidden, name) for topic, lang, role, name in vocabulary.names}
