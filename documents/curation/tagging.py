"""Merges two tags into one: the old name leads to the new one, and it can be undone for 30 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from taggit.models import Tag

from documents.curation.history import note_tag
from documents.curation.merges import (
    ITEMS,
    MERGED,
    PARTED,
    UNDO_WITHIN,
    CannotMergeError,
    lead_on,
)
from documents.curation.trial import tried
from documents.models import Change, KeywordItem, OldAddress, TagItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import User

    from documents.curation.history import Fields


class CannotUndoError(ValueError):
    """The merge is too old to undo, or its tags have changed since."""


@transaction.atomic
def merge_tags(tag: Tag, into: Tag, *, by: User | None, now: datetime) -> Change:
    """Put `into` wherever `tag` stands, as keyword and as tag, and give `tag` up.

    Rows are written one by one, so that the index hears of each. The history keeps which records
    had which of the two. Raises CannotMergeError where the two are one, or one is gone meanwhile.
    """
    if tag.pk == into.pk:
        raise CannotMergeError(_("A tag cannot be merged with itself."))
    both = Tag.objects.select_for_update().filter(pk__in=(tag.pk, into.pk)).order_by("pk")
    if len(both) < 2:
        raise CannotMergeError(_("Somebody merged or removed one of the two meanwhile."))
    fields: Fields = {"name": [tag.name, into.name], "slug": [tag.slug, into.slug]}
    fields |= {kind: _move(model, tag, into) for kind, model in ITEMS.items()}
    lead_on("tag", tag.slug, into.slug)
    change = note_tag(into.pk, f"{tag.name} → {into.name}", MERGED, fields, by=by, now=now)
    tag.delete()
    return change


@dataclass(frozen=True, slots=True)
class Unmerged:
    """The tag that is back, its records, and on how many the word was taken off since."""

    tag: Tag
    records: frozenset[int]
    stayed: int


def preview_undo(change: Change, *, now: datetime) -> Unmerged:
    """Return what `undo_merge` would do; raises CannotUndoError. Nothing is written."""
    return tried(lambda: undo_merge(change, by=None, now=now))


@transaction.atomic
def undo_merge(change: Change, *, by: User | None, now: datetime) -> Unmerged:
    """Bring the merged tag back onto the records that had it; what was added since stays.

    Where the other tag was merged further since, the one it became is parted. Records from which a
    curator took the word since keep neither, and are counted. Raises CannotUndoError.
    """
    old, new = change.fields["slug"]
    into = Tag.objects.filter(slug=OldAddress.objects.present_slug("tag", new)).first()
    taken = Tag.objects.filter(slug=old).exists()
    done = Change.objects.filter(noun=Change.Noun.TAG, verb=PARTED, object_id=change.pk).exists()
    if now - change.at > UNDO_WITHIN:
        raise CannotUndoError(_("A merge can be undone for 30 days; these have passed."))
    if into is None or taken or done:
        raise CannotUndoError(_("This merge can no longer be undone."))
    tag = Tag.objects.create(name=change.fields["name"][0], slug=old)
    back: set[int] = set()
    stayed: set[int] = set()
    for kind, model in ITEMS.items():
        moved, both = change.fields[kind]
        there = _move_back(model, tag, into, moved, both)
        back |= there
        stayed |= {*moved, *both} - there
    OldAddress.objects.filter(kind="tag", slug=tag.slug).delete()
    note_tag(change.pk, change.label, PARTED, {}, by=by, now=now)
    return Unmerged(tag, frozenset(back), len(stayed))


def present_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names with those given up by a merge replaced, so that no import revives one."""
    names = tuple(names)
    slugs = {name: Tag().slugify(name) for name in names}
    led = dict(
        OldAddress.objects.filter(kind="tag", slug__in=slugs.values()).values_list(
            "slug", "new_slug"
        )
    )
    if not led:
        return names
    present = dict(Tag.objects.filter(slug__in=led.values()).values_list("slug", "name"))
    found = (present.get(led.get(slugs[name], ""), name) for name in names)
    return tuple(dict.fromkeys(found))


def _move(model: type[KeywordItem | TagItem], tag: Tag, into: Tag) -> list[list[int]]:
    """Return the records that had the one, and those that had both."""
    has_both = set(
        model.objects.filter(tag=into, content_object__in=_records(model, tag)).values_list(
            "content_object_id", flat=True
        )
    )
    moved = []
    for item in model.objects.filter(tag=tag).select_related("content_object"):
        if item.content_object_id in has_both:
            item.delete()
        else:
            moved.append(item.content_object_id)
            item.tag = into
            item.save()
    return [sorted(moved), sorted(has_both)]


def _records(model: type[KeywordItem | TagItem], tag: Tag) -> list[int]:
    return list(model.objects.filter(tag=tag).values_list("content_object_id", flat=True))


def _move_back(
    model: type[KeywordItem | TagItem],
    tag: Tag,
    into: Tag,
    moved: Iterable[int],
    both: Iterable[int],
) -> set[int]:
    """Put the tag back where the other stands still; return those records."""
    back = set()
    for item in model.objects.filter(tag=into, content_object_id__in=moved):
        item.tag = tag
        item.save()
        back.add(item.content_object_id)
    for item in model.objects.filter(tag=into, content_object_id__in=both):
        model.objects.create(tag=tag, content_object_id=item.content_object_id)
        back.add(item.content_object_id)
    return back
