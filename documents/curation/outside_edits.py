"""Notes in the history what was changed past the verbs, in the administration: before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents.curation.entry import PLAIN_FIELDS, entry_of
from documents.curation.entry_json import to_plain
from documents.curation.history import note, note_link, note_topic
from documents.curation.name_change import names_of
from documents.curation.state import STATE, state_of
from documents.curation.topic_editing import EDITED
from documents.models import Document, Membership, Topic, TopicLink

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.curation.history import Fields

type Owner = Document | Topic | TopicLink
type Snapshot = dict[str, Any]

_PARTS = ("related_titles", "authors", "issuing_bodies", "dates", "captions", "keywords", "tags")


def snapshot_of(owner: Owner) -> Snapshot:
    """Return all that the history tells of a record, a topic or a link, as JSON can hold it."""
    if isinstance(owner, TopicLink):
        return {"status": owner.status, "quote": owner.quote}
    if isinstance(owner, Topic):
        values = {name: getattr(owner, name) for name in EDITED}
        plain = {name: to_plain(value) for name, value in values.items()}
        return plain | {"names": names_of(owner), "members": _members(owner)}
    entry = entry_of(owner)
    values = {name: getattr(entry, name) for name in (*PLAIN_FIELDS, *_PARTS)}
    return {name: to_plain(value) for name, value in values.items()} | state_of(owner)


def note_difference(
    owner: Owner, before: Snapshot | None, *, by: User | None, now: datetime
) -> None:
    """Note what differs from a snapshot taken before; None says that there was nothing yet."""
    after = snapshot_of(owner)
    empty = dict.fromkeys(after)
    changed: Fields = {
        name: [(before or empty)[name], after[name]]
        for name in after
        if (before or empty)[name] != after[name]
    }
    if isinstance(owner, TopicLink):
        if "status" in changed or before is None:
            note_link(owner, (before or {}).get("status", ""), by=by, now=now)
    elif isinstance(owner, Topic):
        if changed:
            verb = "named" if changed.keys() == {"names"} else "edited"
            note_topic(owner, verb if before else "added", changed, by=by, now=now)
    else:
        _note_record(owner, before, changed, by=by, now=now)


def note_deletion(owner: Owner, *, by: User | None, now: datetime) -> None:
    """Note, just before it happens, that a record, a topic or a link is deleted for good."""
    if isinstance(owner, TopicLink):
        before, owner.status = owner.status, ""
        note_link(owner, before, by=by, now=now)
        owner.status = before
    elif isinstance(owner, Topic):
        note_topic(owner, "deleted", {"names": [names_of(owner), []]}, by=by, now=now)
    else:
        note(owner, "deleted", {"title": [owner.title, ""]}, by=by, now=now)


def _note_record(
    document: Document, before: Snapshot | None, changed: Fields, *, by: User | None, now: datetime
) -> None:
    """Note the text and the state of a record apart, since they are put back apart."""
    if before is None:
        note(document, "created", by=by, now=now)
        return
    state = {name: values for name, values in changed.items() if name in STATE}
    entry = {name: values for name, values in changed.items() if name not in STATE}
    if entry:
        note(document, "edited", entry, by=by, now=now)
    if state:
        note(document, document.status, state, by=by, now=now)


def _members(topic: Topic) -> list[str]:
    rows = Membership.objects.filter(whole=topic).select_related("part", "whole")
    return [f"{row.part.slug} ({row.coverage}, {row.status})" for row in rows.order_by("pk")]
