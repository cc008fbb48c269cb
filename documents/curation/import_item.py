"""One page or row of an import: what is to be done with it, and why."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from documents.curation.dating import dating_of
from documents.curation.entry import Entry
from documents.curation.entry_json import from_plain, to_plain
from documents.models import Document, Precision

if TYPE_CHECKING:
    from collections.abc import Mapping

_LENGTHS: Final[dict[str, int]] = {Precision.YEAR: 4, Precision.MONTH: 7}
"""Of an ISO day, the characters that are known."""


class Action(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    PUBLISH = "publish"
    SKIP = "skip"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Item:
    """A step of a plan. `name` is the file as it was given, `line` the row of a table.

    `key` finds the record again in a later import; `raw` is the text as it is stored with the
    submission; `file` is the path of an original that is to be kept, "" for a row. `document` is
    the record that is updated or that stands in the way, `seen_at` its state when the plan was
    made. `publishes` says that the record goes public by this step.
    """

    name: str
    action: Action
    reason: str = ""
    title: str = ""
    line: int = 0
    key: str = ""
    raw: str = ""
    raw_type: str = ""
    file: str = ""
    media: str = ""
    document: int | None = None
    seen_at: str = ""
    entry: Entry | None = None
    publishes: bool = False

    @property
    def writes(self) -> bool:
        return self.action in (Action.CREATE, Action.UPDATE, Action.PUBLISH)

    def shown(self) -> dict[str, Any]:
        """Return what a person or a program is told about this step."""
        return {
            "name": self.name,
            "line": self.line or None,
            "action": self.action.value,
            "reason": self.reason,
            "title": self.title,
            "document": self.document,
            "publishes": self.publishes,
        }


def read_as(entry: Entry, sources: Mapping[int, str]) -> str:
    """Return in one line what a page was read as: kind, date, source and number.

    `sources` has the names of the known ones by key.
    """
    parts = (
        str(Document.Kind(entry.kind).label),
        _dated(entry) or _("no date"),
        sources.get(entry.source_id or 0, entry.source_name),
        entry.number,
    )
    return " · ".join(part for part in parts if part)


def _dated(entry: Entry) -> str:
    """Return the day that counts, as exactly as it is known."""
    dating = dating_of(entry.dates)
    day = dating.published_on or dating.sorted_on
    if day is None:
        return ""
    precision = next((one.precision for one in entry.dates if one.on == day), Precision.DAY)
    return day.isoformat()[: _LENGTHS.get(precision)]


def to_json(item: Item) -> str:
    """Return an item as one line of JSON."""
    values = {field.name: getattr(item, field.name) for field in fields(Item)}
    values["entry"] = _plain(item.entry) if item.entry else None
    return json.dumps(values, ensure_ascii=False)


def from_json(line: str) -> Item:
    """Return the item that `to_json` wrote."""
    values = json.loads(line)
    entry = values.pop("entry")
    values["action"] = Action(values["action"])
    return Item(**values, entry=_entry(entry) if entry else None)


def seen_at(document: Document) -> str:
    return document.updated_at.isoformat()


def _plain(entry: Entry) -> dict[str, Any]:
    return {field.name: to_plain(getattr(entry, field.name)) for field in fields(Entry)}


def _entry(values: dict[str, Any]) -> Entry:
    return Entry(**{name: from_plain(name, value) for name, value in values.items()})
