"""Takes changes back: one field, one change, or all that was done together."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from documents.curation.acceptance import revise
from documents.curation.checked import save_checked
from documents.curation.decisions import put_status
from documents.curation.entry import Entry, entry_of
from documents.curation.entry_json import from_plain, to_plain
from documents.curation.history import because, note
from documents.curation.merged import check_not_merged
from documents.curation.merges import MERGED, PARTED, CannotPartError, kept_of
from documents.curation.other_eyes import check_other_eyes
from documents.curation.record_parting import part_records
from documents.curation.relating import change_relation, unrelate
from documents.curation.settling import reopen
from documents.curation.state import STATE, is_still, put_state, state_of
from documents.curation.topic_reverting import revert_topic
from documents.models import Change, Document, Mention, Relation, TopicLink
from documents.search.indexing import gathered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime
    from uuid import UUID

    from django.contrib.auth.models import User

ENTRY_FIELDS = {field.name for field in fields(Entry)}


class CannotRevertError(ValueError):
    """What the change was made to is gone, or nothing of it can be put back."""


@dataclass(frozen=True, slots=True)
class Undone:
    """How many changes were taken back, and how many stayed since they were overtaken."""

    taken_back: int
    stayed: int


@transaction.atomic
def revert(change: Change, names: Collection[str] = (), *, by: User | None, now: datetime) -> None:
    """Put fields back to what they were before a change: those named, or all of it.

    Later changes of other fields stay. Raises CannotRevertError, and ValidationError where the
    old value no longer fits.
    """
    wanted = {
        name: values[0] for name, values in change.fields.items() if not names or name in names
    }
    why = _("takes back change %(number)s") % {"number": change.pk}
    with because(why):
        if change.noun == Change.Noun.LINK:
            _revert_link(change, by, now)
        elif change.noun == Change.Noun.RELATION:
            _revert_relation(change, wanted, by, now)
        elif change.noun == Change.Noun.MENTION:
            _revert_name(change, by, now)
        elif change.noun == Change.Noun.TOPIC:
            revert_topic(change, wanted, by=by, now=now)
        else:
            _revert_record(change, wanted, by, now)


def needs_right_to_publish(changes: Iterable[Change]) -> bool:
    """Say whether taking one of these back makes a record public or takes it out of sight."""
    return any(
        change.noun == Change.Noun.DOCUMENT
        and (change.verb == MERGED or change.fields.keys() & set(STATE))
        for change in changes
    )


@transaction.atomic
def undo(batch: UUID, *, by: User | None, now: datetime) -> Undone:
    """Take back all that was done together, the last first.

    What somebody changed again since stays as it was left, and is counted.
    """
    taken_back = stayed = 0
    with gathered():
        for change in Change.objects.filter(batch=batch).order_by("-pk"):
            if _is_overtaken(change):
                stayed += 1
            else:
                revert(change, by=by, now=now)
                taken_back += 1
    return Undone(taken_back, stayed)


def _is_overtaken(change: Change) -> bool:
    """Say whether a field that the change set holds something else by now."""
    document = change.document
    if change.noun != Change.Noun.DOCUMENT or document is None:
        return False
    entry = entry_of(document)
    for name, (_before, after) in change.fields.items():
        if name in ENTRY_FIELDS and to_plain(getattr(entry, name)) != after:
            return True
        if name in STATE and not is_still(document, name, after):
            return True
    return False


def _revert_record(change: Change, wanted: dict[str, Any], by: User | None, now: datetime) -> None:
    if change.document is None:
        raise CannotRevertError(_("The record of this change is gone."))
    if change.verb == MERGED and kept_of(change):
        _part(change, by, now)
    elif wanted.keys() & ENTRY_FIELDS and change.verb not in {MERGED, PARTED}:
        _revert_entry(change.document, wanted, by, now)
    elif wanted.keys() & set(STATE):
        _revert_state(change.document, wanted, by, now)
    else:
        raise CannotRevertError(_("This change has nothing that can be put back."))


def _part(change: Change, by: User | None, now: datetime) -> None:
    try:
        part_records(change, by=by, now=now)
    except CannotPartError as error:
        raise CannotRevertError(str(error)) from error


def _revert_link(change: Change, by: User | None, now: datetime) -> None:
    link = TopicLink.objects.filter(pk=change.object_id).first()
    if link is None:
        raise CannotRevertError(_("The link of this change is gone."))
    before = change.fields["status"][0]
    if before:
        put_status(link, TopicLink.Status(before), by=by, now=now)
    else:  # it was added by hand
        put_status(link, TopicLink.Status.REJECTED, by=by, now=now)


def _revert_relation(
    change: Change, wanted: dict[str, Any], by: User | None, now: datetime
) -> None:
    relation = Relation.objects.filter(pk=change.object_id).first()
    if relation is None:
        raise CannotRevertError(_("The relation of this change is gone."))
    if wanted.get("status") == "":  # it was set by hand
        unrelate(relation, by=by, now=now)
    else:
        change_relation(relation, wanted, by=by, now=now)


def _revert_name(change: Change, by: User | None, now: datetime) -> None:
    """Open a name again; which of several meanings it had before is asked anew."""
    mention = Mention.objects.filter(pk=change.object_id).select_related("document").first()
    if mention is None:
        raise CannotRevertError(_("The sentence of this change is gone."))
    reopen(mention.document, mention.kind, mention.surface, by=by, now=now)


def _revert_entry(
    document: Document, wanted: dict[str, Any], by: User | None, now: datetime
) -> None:
    values = {name: from_plain(name, value) for name, value in wanted.items()}
    entry = replace(entry_of(document), **values)
    revise(document, entry, seen_at=document.updated_at, by=by, now=now)


def _revert_state(
    document: Document, wanted: dict[str, str], by: User | None, now: datetime
) -> None:
    check_not_merged(document)
    if wanted.get("status") == Document.Status.PUBLISHED:
        check_other_eyes(document, by)
    before = state_of(document)
    put_state(document, wanted)
    save_checked(document)
    changed = {name: [before[name], value] for name, value in wanted.items()}
    note(document, document.status, changed, by=by, now=now)
