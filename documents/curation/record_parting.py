"""Undoes a merge of two records within thirty days, and says what later work keeps in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _, ngettext

from documents.curation.checked import save_checked
from documents.curation.history import note
from documents.curation.merged import merged_into
from documents.curation.merges import (
    ITEMS,
    PARTED,
    CannotPartError,
    check_open,
    kept_of,
    lead_back,
    load_row,
)
from documents.curation.record_merging import DECISION, KIND
from documents.curation.state import put_state
from documents.curation.trial import tried
from documents.models import Document, ListEntry, RecordList, Relation, Submission, TopicLink

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from documents.models import Change


@dataclass(slots=True)
class PartedRecords:
    """The record that is back, the one it was merged into, and a sentence for what stays there."""

    record: Document
    into: Document
    left: list[str] = field(default_factory=list)


def preview_parting(change: Change, *, now: datetime) -> PartedRecords:
    """Return what `part_records` would do and leave; raises CannotPartError. Nothing is written."""
    return tried(lambda: _part(change, now))


@transaction.atomic
def part_records(change: Change, *, by: User | None, now: datetime) -> PartedRecords:
    """Bring a merged record back as it stood, with its lists and relations.

    What was decided or edited since the merge stays as it is, and is told. Raises CannotPartError.
    """
    parted = _part(change, now)
    fields = {"title": change.fields["title"][::-1], "takes_back": [change.pk, None]}
    note(parted.into, PARTED, fields, by=by, now=now)
    note(parted.record, PARTED, {"status": ["trashed", parted.record.status]}, by=by, now=now)
    return parted


def _part(change: Change, now: datetime) -> PartedRecords:
    check_open(change, now)
    kept = kept_of(change)
    rows = Document.objects.select_for_update().filter(pk__in=(kept["record"], change.object_id))
    both = {one.pk: one for one in rows.order_by("pk")}
    if len(both) < 2:
        raise CannotPartError(_("One of the two records was deleted for good."))
    parted = PartedRecords(both[kept["record"]], both[change.object_id])
    if merged_into(parted.into) is not None:
        said = _("“%(title)s” was merged further since: undo that merge first.")
        raise CannotPartError(said % {"title": parted.into.title})
    lead_back(KIND, str(parted.record.pk), kept["addresses"])
    _part_links(parted, kept, change.at)
    _part_words(parted, kept)
    _part_lists(parted, kept["lists"])
    _part_relations(parted, kept["relations"])
    submission = Submission.objects.filter(pk=kept["page"], document=parted.into)
    for page in submission:
        page.document = parted.record
        page.save(update_fields=["document"])
    put_state(parted.record, kept["moments"])
    save_checked(parted.record)
    return parted


def _part_links(parted: PartedRecords, kept: Mapping[str, Any], at: datetime) -> None:
    """Take back the decisions that came over; one that was decided anew since stays."""
    since = 0
    before = {row["fields"]["topic"]: row for row in kept["links"]}
    for link in parted.into.links.filter(topic__in=[*kept["new_links"], *before]):
        if link.decided_at is not None and link.decided_at > at:
            since += 1
        elif link.topic_id in before:
            old = load_row(before[link.topic_id], TopicLink)
            for name in DECISION:
                setattr(link, name, getattr(old, name))
            if link.decided_by_id and not User.objects.filter(pk=link.decided_by_id).exists():
                link.decided_by_id = None
            link.save()
        else:
            link.delete()
    if since:
        said = ngettext(
            "%(count)d link was decided anew since; it stays with “%(title)s”.",
            "%(count)d links were decided anew since; they stay with “%(title)s”.",
            since,
        )
        parted.left.append(said % {"count": since, "title": parted.into.title})


def _part_words(parted: PartedRecords, kept: Mapping[str, Any]) -> None:
    for name, model in ITEMS.items():
        for item in model.objects.filter(content_object=parted.into, tag__in=kept[name]):
            item.delete()


def _part_lists(parted: PartedRecords, kept: Mapping[str, Any]) -> None:
    """Give the record its places back; a note that was written since stays as it is."""
    for entry in ListEntry.objects.filter(pk__in=kept["moved"], document=parted.into):
        entry.document = parted.record
        entry.save()
    for each in kept["joined"]:
        entry = load_row(each["gone"], ListEntry)
        if not RecordList.objects.filter(pk=entry.record_list_id).exists():
            continue
        entry.save_base(raw=True)  # with the moment at which it was added
        before, joined = each["note"]
        there = ListEntry.objects.filter(record_list=entry.record_list_id, document=parted.into)
        there.filter(note=joined).update(note=before)


def _part_relations(parted: PartedRecords, kept: list[Any]) -> None:
    """Put relations back on their own side; one that was decided anew or is gone stays so."""
    since = 0
    for row in kept:
        old = load_row(row, Relation)
        now = Relation.objects.filter(pk=old.pk).first()
        if now is None or (now.decided_at, now.kind) != (old.decided_at, old.kind):
            since += 1
            continue
        now.subject_id, now.object_id, now.quote = old.subject_id, old.object_id, old.quote
        now.save()
    if since:
        said = ngettext(
            "%(count)d relation was decided anew since, and stays as it is.",
            "%(count)d relations were decided anew since, and stay as they are.",
            since,
        )
        parted.left.append(said % {"count": since})
