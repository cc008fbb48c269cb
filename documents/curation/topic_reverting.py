"""Puts back what a change made of a topic: its names, its fields, or a merge."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.curation.merges import MERGED, CannotPartError
from documents.curation.name_change import NameChange, change_names
from documents.curation.topic_editing import EDITED, put_values
from documents.curation.topic_parting import part_topics
from documents.models import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.models import Change

_NAMED = re.compile(r"^(?P<name>.*) \[(?P<language>\w+), (?P<role>\w+)\]$", re.DOTALL)
type Named = tuple[str, str, str]


def revert_topic(change: Change, wanted: dict[str, Any], *, by: User | None, now: datetime) -> None:
    """Put fields of a topic back to `wanted`; raises ValidationError where that is not possible."""
    if change.verb == MERGED:
        try:
            part_topics(change, by=by, now=now)
        except CannotPartError as error:
            raise ValidationError(str(error)) from error
        return
    topic = Topic.objects.filter(pk=change.object_id).first()
    if topic is None:
        raise ValidationError(_("The topic of this change is gone."))
    values = {name: value for name, value in wanted.items() if name in EDITED}
    if not values and "names" not in wanted:
        raise ValidationError(_("This change has nothing that can be put back."))
    if "names" in wanted:
        _revert_names(topic, change.fields["names"], by=by, now=now)
    if values:
        _revert_values(topic, values, by=by, now=now)


def _revert_values(topic: Topic, values: dict[str, Any], *, by: User | None, now: datetime) -> None:
    if isinstance(values.get("issued_on"), str):
        values["issued_on"] = date.fromisoformat(values["issued_on"])
    put_values(topic, values, by=by, now=now)


def _revert_names(topic: Topic, lists: list[list[str]], *, by: User | None, now: datetime) -> None:
    """Take away the names that came and bring back those that went; later ones stay."""
    if not lists[0]:
        raise ValidationError(_("A topic keeps at least one name."))
    before, after = (set(_read(one)) for one in lists)
    kept = {(name, language) for name, language, _role in before}
    came = tuple(name for name, language, _role in after if (name, language) not in kept)
    went = sorted(before - after, key=lambda one: one[2] == "preferred")
    if came:
        change_names(NameChange(topic, removed=came), by=by, now=now)
    for name, language, role in went:
        change_names(NameChange(topic, (name,), (), language, role), by=by, now=now)


def _read(names: Iterable[str]) -> list[Named]:
    found = (_NAMED.match(name) for name in names)
    return [(one["name"], one["language"], one["role"]) for one in found if one]
