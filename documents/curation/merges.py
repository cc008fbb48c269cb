"""What merges of topics, tags and records share: what is kept for an undo, and old addresses."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django.core import serializers
from django.utils.translation import gettext as _

from documents.models import Change, KeywordItem, OldAddress, TagItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from django.db.models import QuerySet

type Kept = dict[str, Any]

UNDO_WITHIN = timedelta(days=30)
MERGED, PARTED = "merged", "unmerged"
ITEMS: dict[str, type[KeywordItem | TagItem]] = {"keywords": KeywordItem, "tags": TagItem}
"""The rows that put a word on a record, by the field that shows it."""


class CannotMergeError(ValueError):
    """The two are one, or do not fit together; its text says why."""


class CannotPartError(ValueError):
    """The merge is too old to undo, undone already, or what it made is gone."""


def open_merges(noun: str, now: datetime) -> list[Change]:
    """Return the merges that can be undone still, the last first."""
    merges = Change.objects.filter(noun=noun, verb=MERGED, at__gt=now - UNDO_WITHIN)
    undone = {change.fields["takes_back"][0] for change in _partings(noun)}
    return [one for one in merges.select_related("by") if one.pk not in undone and kept_of(one)]


def check_open(change: Change, now: datetime) -> None:
    """Raise CannotPartError where a merge can no longer be undone."""
    if now - change.at > UNDO_WITHIN:
        raise CannotPartError(_("A merge can be undone for 30 days; these have passed."))
    if _partings(change.noun).filter(fields__takes_back__0=change.pk).exists():
        raise CannotPartError(_("This merge was undone already."))


def _partings(noun: str) -> QuerySet[Change]:
    return Change.objects.filter(noun=noun, verb=PARTED, fields__has_key="takes_back")


def kept_rows(rows: Iterable[Any]) -> list[Any]:
    """Return rows with all their fields as JSON can hold them."""
    kept: list[Any] = json.loads(serializers.serialize("json", rows))
    return kept


def load_row[Row](kept: Mapping[str, Any], _model: type[Row]) -> Row:
    """Return a row as it was kept, not stored yet; a field that is gone since is passed over."""
    loaded = next(serializers.deserialize("json", json.dumps([kept]), ignorenonexistent=True))
    return cast("Row", loaded.object)


def kept_of(change: Change) -> Mapping[str, Any]:
    """Return what a merge or a removal kept so that it can be undone; nothing for another."""
    kept: Mapping[str, Any] = change.fields.get("kept", [{}])[0]
    return kept


def lead_on(kind: str, slug: str, present: str) -> list[str]:
    """Lead an old address to the present one; return the older ones that led to it."""
    older = list(OldAddress.objects.filter(kind=kind, new_slug=slug).exclude(slug=present))
    OldAddress.objects.filter(kind=kind, slug=present).delete()
    for address in older:
        address.new_slug = present
        address.save()
    OldAddress.objects.create(kind=kind, slug=slug, new_slug=present)
    return [address.slug for address in older]


def lead_back(kind: str, slug: str, older: Iterable[str]) -> None:
    """Let an address stand for itself again, and the older ones lead to it."""
    OldAddress.objects.filter(kind=kind, slug=slug).delete()
    OldAddress.objects.filter(kind=kind, slug__in=older).update(new_slug=slug)
