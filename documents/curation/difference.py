"""What differs between two versions of a record, field by field, as a person reads it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from documents.curation.entry import DateEntry, Entry, in_order
from documents.curation.entry_json import from_plain
from documents.curation.state import MOMENTS
from documents.ingest import Author, Caption
from documents.models import Document, Mention, Source, Topic, TopicLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.models import Change

_STATES = {one.value: one.label for kind in (TopicLink, Mention, Document) for one in kind.Status}
FOR_UNDO = ("kept", "takes_back")
"""Fields of a change that hold what an undo needs; nobody reads them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field; `before` and `after` are texts, several items one a line."""

    field: str
    before: str
    after: str

    @property
    def label(self) -> str:
        """Return the field's name in the interface language."""
        if self.field in _LABELS:
            return str(_LABELS[self.field])
        for model in (Document, Topic):
            with suppress(FieldDoesNotExist):
                field = model._meta.get_field(self.field)  # noqa: SLF001 - public in Django
                return str(getattr(field, "verbose_name", self.field))
        return self.field


def differences(before: Entry, after: Entry) -> tuple[Difference, ...]:
    """Return the fields that differ, in the order of the form."""
    first, second = in_order(before), in_order(after)
    names = [field.name for field in fields(Entry)]
    return tuple(
        Difference(name, _text(name, getattr(first, name)), _text(name, getattr(second, name)))
        for name in names
        if getattr(first, name) != getattr(second, name)
    )


def shown_changes(change: Change) -> tuple[Difference, ...]:
    """Return the fields of a change in the history, as texts; what only an undo needs is left."""
    return tuple(
        Difference(
            name, _text(name, from_plain(name, before)), _text(name, from_plain(name, after))
        )
        for name, (before, after) in change.fields.items()
        if name not in FOR_UNDO
    )


def _text(name: str, value: Any) -> str:
    if name in _NAMED:
        ids = value if isinstance(value, tuple) else (value,)
        return "\n".join(str(one) for one in _NAMED[name].objects.filter(pk__in=ids))
    if isinstance(value, tuple):
        return "\n".join(_item(one) for one in value)
    return "" if value in (None, "") else _worded(name, str(value))


def _worded(name: str, value: str) -> str:
    """Return a code of a choice by its label, and a moment by the clock of the site."""
    if name in MOMENTS:
        at = datetime.fromisoformat(value)
        return timezone.localtime(at).strftime("%Y-%m-%d %H:%M:%S")
    if name == "status":
        return str(_STATES.get(value, value))
    with suppress(FieldDoesNotExist):
        field = Document._meta.get_field(name)  # noqa: SLF001 - public in Django
        return str(dict(getattr(field, "flatchoices", ())).get(value, value))
    return value


def _author(author: Author) -> str:
    return "; ".join(part for part in (author.name, *author.affiliations, author.group) if part)


def _date(fact: DateEntry) -> str:
    return " ".join(part for part in (fact.role, fact.on.isoformat(), fact.raw) if part)


def _caption(caption: Caption) -> str:
    return " ".join(part for part in (caption.text, caption.credit, caption.file_name) if part)


# Fields that hold keys, and what these are keys of.
_NAMED: dict[str, type[Source | Document | Topic]] = {
    "source_id": Source,
    "subject_id": Document,
    "object_id": Document,
    "meaning": Topic,
    "parent_id": Topic,
}
_LABELS = {
    "source_id": _("source"),
    "subject_id": _("first record"),
    "object_id": _("second record"),
    "meaning": _("meaning"),
    "parent_id": _("Lies below"),
    "label": _("name"),
    "into": _("merged into"),
    "names": _("names of topics"),
    "members": _("members"),
    "source_name": _("added source"),
    "authors": _("authors"),
    "issuing_bodies": _("issuing bodies"),
    "dates": _("dates"),
    "captions": _("captions"),
}
_WRITERS: dict[type, Callable[[Any], str]] = {Author: _author, DateEntry: _date, Caption: _caption}


def _item(value: Any) -> str:
    return _WRITERS.get(type(value), str)(value)
