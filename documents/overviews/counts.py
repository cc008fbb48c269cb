"""The inventory as it stands now: kept counts with the latest changes laid over them.

A change writes an `UncountedChange` in its own transaction. A reader takes the kept counts and
counts the records of those changes anew, so that what it shows is what a fresh count would give;
schedules and embargoes need no write, since the moment at which a text becomes public is kept.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection, transaction
from django.db.models import BigIntegerField, FilteredRelation, Q, Value
from django.utils import timezone

from documents.models import Document, KeptCounts, TopicLink, UncountedChange
from documents.models.planner import tell_planner
from documents.overviews.inventory import Facts, Inventory, Key, Linked, bits, recounted
from documents.overviews.kept_bytes import LAYOUT, from_bytes, to_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

KEEP_FROM = 2_000
"""Below so many records a fresh count is quick, and nothing is kept."""

MOST_CHANGES = 2_000
"""With more records changed the counts are kept anew."""

_CHUNK = 20_000
_NO_DOCUMENT = 0

type Changes = frozenset[tuple[int, uuid.UUID]]
"""Each record that changed, with the token of its last change."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    """What this process read last: a version of the kept counts and the changes laid over it."""

    version: uuid.UUID
    applied: Changes
    inventory: Inventory


class _Memory:
    """Holds one remembered inventory; a single assignment, so threads need no lock."""

    def __init__(self) -> None:
        self.last: _Remembered | None = None


_memory = _Memory()


def current_inventory() -> Inventory:
    """Return all published records as they are now.

    One query where the kept counts are in memory, one more for the records of new changes; two
    where nothing is kept.
    """
    version, changes = _state()
    if version is None:
        return _first_count()
    if len(changes) > MOST_CHANGES:
        return _kept_anew() or count_afresh()
    known = _memory.last
    if known is None or known.version != version:
        data = KeptCounts.objects.filter(version=version).values_list("data", flat=True).first()
        if data is None:  # kept anew since
            return count_afresh()
        known = _Remembered(version, frozenset(), from_bytes(bytes(data)))
    known = _with_changes(known, changes)
    if not connection.in_atomic_block:  # what is read inside one may be rolled back
        _memory.last = known
    return known.inventory


def keep_counts() -> Inventory:
    """Count everything, keep it, and forget the changes that it holds."""
    with transaction.atomic():
        KeptCounts.objects.get_or_create(
            pk=1,
            defaults={
                "version": uuid.uuid4(),
                "layout": 0,
                "record_count": 0,
                "counted_at": timezone.now(),
                "data": b"",
            },
        )
        row = KeptCounts.objects.select_for_update().get(pk=1)  # one keeper at a time
        tokens = set(UncountedChange.objects.values_list("token", flat=True))
        inventory = count_afresh()
        row.version = uuid.uuid4()
        row.layout = LAYOUT
        row.record_count = len(inventory)
        row.counted_at = timezone.now()
        row.data = to_bytes(inventory)
        row.save()
        # A record that changed again meanwhile has a new token, and stays.
        UncountedChange.objects.filter(token__in=tokens).delete()
    tell_planner()
    return inventory


def count_afresh() -> Inventory:
    """Return all published records, counted from the records and links themselves."""
    return recounted(Inventory(), (), _facts(), _links())


def kept_counts_differ() -> bool:
    """Return whether the current counts differ from a fresh count; they should not."""
    return _plain(current_inventory()) != _plain(count_afresh())


def _plain(inventory: Inventory) -> tuple[list[int], dict[tuple[str, Key], set[int]]]:
    """Return the ids in order and those of each set: what does not depend on places of bits."""
    ids = inventory.ids
    sets = {
        (group, key): {ids[bit] for bit in bits(records)}
        for group, one in inventory.sets.items()
        for key, records in one.items()
    }
    return [ids[bit] for bit in inventory.order], sets


def _state() -> tuple[uuid.UUID | None, Changes]:
    """Return the version of the kept counts and the changes that it does not hold.

    It is one statement, so both are of one moment: a change cannot slip between them.
    """
    waiting = UncountedChange.objects.order_by().values_list("document_id", "token")
    kept = KeptCounts.objects.filter(layout=LAYOUT).values_list(
        Value(_NO_DOCUMENT, output_field=BigIntegerField()), "version"
    )
    tokens = dict(waiting.union(kept, all=True).order_by())
    return tokens.pop(_NO_DOCUMENT, None), frozenset(tokens.items())


def _first_count() -> Inventory:
    fresh = recounted(Inventory(), (), *_facts_and_links())
    if len(fresh) < KEEP_FROM:
        return fresh
    return _kept_anew() or fresh


def _kept_anew() -> Inventory | None:
    """Keep the counts, or return None where that cannot be done now; reading goes on without."""
    if connection.in_atomic_block:
        return None
    try:
        return keep_counts()
    except DatabaseError:
        return None


def _with_changes(known: _Remembered, changes: Changes) -> _Remembered:
    ids = {document for document, _ in changes - known.applied}
    if not ids:
        return known
    inventory = recounted(known.inventory, ids, *_facts_and_links(ids))
    return _Remembered(known.version, changes, inventory)


def _facts() -> Iterator[Facts]:
    documents = Document.objects.published().order_by()
    rows = documents.values_list(*Facts._fields).iterator(_CHUNK)
    return (Facts(*row) for row in rows)


def _links() -> Iterator[Linked]:
    links = TopicLink.objects.accepted().order_by()
    rows = links.values_list(*Linked._fields).iterator(_CHUNK)
    return (Linked(*row) for row in rows)


def _facts_and_links(ids: Collection[int] | None = None) -> tuple[list[Facts], list[Linked]]:
    """Return the same of a few records by one query; a whole base of many is read in streams."""
    accepted = FilteredRelation("links", condition=Q(links__status=TopicLink.Status.ACCEPTED))
    documents = Document.objects.published().annotate(accepted=accepted).order_by()
    if ids is not None:
        documents = documents.filter(pk__in=ids)
    facts: dict[int, Facts] = {}
    links: list[Linked] = []
    columns = (*Facts._fields, "accepted__topic", "accepted__is_restricted")
    for *values, topic, is_restricted in documents.values_list(*columns):
        known = Facts(*values)
        facts[known.pk] = known
        if topic is not None:
            links.append(Linked(known.pk, topic, is_restricted))
    return list(facts.values()), links
