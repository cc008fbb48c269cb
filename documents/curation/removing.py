"""Removes a tag or a topic that nothing uses, and brings it back within thirty days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _, ngettext
from taggit.models import Tag

from documents.curation.history import note_tag, note_topic
from documents.curation.linked_names import relinking_itself
from documents.curation.merges import UNDO_WITHIN, kept_of, kept_rows, load_row
from documents.models import Change, Document, Membership, Place, Topic, TopicName

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.curation.history import Fields

REMOVED, RESTORED = "removed", "restored"


class StillUsedError(ValueError):
    """Something uses the tag or the topic; its text says what."""


class CannotRestoreError(ValueError):
    """It is back already, was removed too long ago, or its address is taken."""


def open_removals(noun: str, now: datetime) -> list[Change]:
    """Return what was removed and can be brought back still, the last first."""
    removals = Change.objects.filter(noun=noun, verb=REMOVED, at__gt=now - UNDO_WITHIN)
    back = Change.objects.filter(noun=noun, verb=RESTORED).values_list("fields", flat=True)
    restored = {fields["takes_back"][0] for fields in back}
    return [change for change in removals.select_related("by") if change.pk not in restored]


@transaction.atomic
def remove_tag(tag: Tag, *, by: User | None, now: datetime) -> Change:
    """Remove a tag that is on no record, as tag or keyword; raises StillUsedError.

    Its row is locked first, so that nobody puts it on a record between the look and the removal.
    """
    tag = Tag.objects.select_for_update().get(pk=tag.pk)
    used = Document.objects.filter(Q(tags=tag) | Q(keywords=tag)).distinct().count()
    if used:
        raise StillUsedError(_on_records(tag.name, used))
    fields: Fields = {"name": [tag.name, ""], "slug": [tag.slug, ""]}
    change = note_tag(tag.pk, tag.name, REMOVED, fields, by=by, now=now)
    tag.delete()
    return change


@transaction.atomic
@relinking_itself()
def remove_topic(topic: Topic, *, by: User | None, now: datetime) -> Change:
    """Remove a topic with its names and its place; raises StillUsedError.

    What a curator rejected counts as use, since the decision would go with the topic. One that
    came with the product stays away when the vocabularies are loaded again.
    """
    topic = Topic.objects.select_for_update().get(pk=topic.pk)
    _check_unused(topic)
    kept = {
        "topic": kept_rows([topic]),
        "names": kept_rows(topic.names.all()),
        "place": kept_rows(Place.objects.filter(topic=topic)),
    }
    fields: Fields = {"label": [topic.label, ""], "kept": [kept, None]}
    change = note_topic(topic, REMOVED, fields, by=by, now=now)
    topic.delete()
    return change


@transaction.atomic
def restore_tag(change: Change, *, by: User | None, now: datetime) -> Tag:
    """Bring a removed tag back under its old address; raises CannotRestoreError."""
    _check_open(change, now)
    name, slug = change.fields["name"][0], change.fields["slug"][0]
    if Tag.objects.filter(Q(name=name) | Q(slug=slug)).exists():
        raise CannotRestoreError(_("There is a tag of this name or address again."))
    tag = Tag.objects.create(name=name, slug=slug)
    fields: Fields = {"takes_back": [change.pk, None]}
    note_tag(tag.pk, tag.name, RESTORED, fields, by=by, now=now)
    return tag


@transaction.atomic
def restore_topic(change: Change, *, by: User | None, now: datetime) -> Topic:
    """Bring a removed topic back with its names; raises CannotRestoreError.

    Its names link nothing by that: the desk says that names changed, and offers to link them.
    """
    _check_open(change, now)
    kept = kept_of(change)
    topic = load_row(kept["topic"][0], Topic)
    if topic.parent_id and not Topic.objects.filter(pk=topic.parent_id).exists():
        topic.parent_id = None
    try:
        with transaction.atomic():
            topic.save()
            for name in kept["names"]:
                load_row(name, TopicName).save()
            for place in kept["place"]:
                load_row(place, Place).save()
    except IntegrityError as error:
        taken = _("Another topic has its address or its code now.")
        raise CannotRestoreError(taken) from error
    note_topic(topic, RESTORED, {"takes_back": [change.pk, None]}, by=by, now=now)
    return topic


def _check_unused(topic: Topic) -> None:
    named = Q(links__topic=topic) | Q(mentions__candidates__topic=topic) | Q(figures__topic=topic)
    used = Document.objects.filter(named).distinct().count()
    if used:
        raise StillUsedError(_on_records(topic.label, used))
    if topic.children.exists():
        raise StillUsedError(_("“%s” has topics below it: put them elsewhere first.") % topic.label)
    if Membership.objects.filter(Q(whole=topic) | Q(part=topic)).exists():
        said = _("“%s” is a member of another topic or has members, so it stays.")
        raise StillUsedError(said % topic.label)


def _on_records(name: str, count: int) -> str:
    said = ngettext(
        "“%(name)s” is used on %(count)d record, counting what was rejected there, so it stays.",
        "“%(name)s” is used on %(count)d records, counting what was rejected there, so it stays.",
        count,
    )
    return said % {"name": name, "count": count}


def _check_open(change: Change, now: datetime) -> None:
    if now - change.at > UNDO_WITHIN:
        raise CannotRestoreError(_("It can be brought back for 30 days; these have passed."))
    if all(one.pk != change.pk for one in open_removals(change.noun, now)):
        raise CannotRestoreError(_("It was brought back already."))
