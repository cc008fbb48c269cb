"""Records per year in layers by kind or by level of source, and when a topic first appeared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.models import Document, Source, Topic
from documents.overviews.holdings import Holdings, load_holdings
from documents.overviews.inventory import counts_in
from documents.overviews.scope import Scope, records_in
from documents.overviews.stacks import Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from documents.models import Visibility
    from documents.overviews.inventory import Records
    from documents.overviews.stacks import Stacks

WAYS = ("kind", "level")
"""What the layers may stand for: the kind of record, or the level of its source."""

FLAG_HEIGHT = 15
FLAG_HEAD = 8


@dataclass(frozen=True, slots=True)
class FirstUse:
    """The oldest dated record that is linked to a topic."""

    topic: Topic
    document: Document

    @property
    def year(self) -> int | None:
        return self.document.sorted_on.year if self.document.sorted_on else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """`undated` records are counted in no layer."""

    layers: tuple[Layer, ...]
    total: int
    undated: int
    first_uses: tuple[FirstUse, ...]


def load_timeline(
    scope: Scope, topics: Sequence[Topic], way: str, visibility: Visibility
) -> Timeline:
    """Return the records of a scope by year; `topics` are those whose first use is wanted."""
    holdings = load_holdings(visibility)
    records = records_in(scope, holdings)
    layers = layers_of(records, way, holdings)
    return Timeline(
        layers=layers,
        total=records.bit_count(),
        undated=records.bit_count() - sum(layer.total for layer in layers),
        first_uses=first_uses(topics, holdings),
    )


@dataclass(frozen=True, slots=True)
class Flag:
    """Where a first use is marked on a drawing; `anchor` keeps its words inside the frame."""

    first_use: FirstUse
    x: float
    y: int
    anchor: str

    @property
    def text_at(self) -> float:
        return self.x + (4 if self.anchor == "start" else -4)

    @property
    def line_from(self) -> int:
        return self.y + 4


def place_flags(first_uses: Sequence[FirstUse], stacks: Stacks) -> tuple[Flag, ...]:
    """Return a flag for each first use whose year is drawn, one line of words above the other."""
    flags: list[Flag] = []
    for first_use in first_uses:
        middle = stacks.middle_of(first_use.year) if first_use.year else None
        if middle is not None:
            anchor = "start" if middle < stacks.width / 2 else "end"
            flags.append(Flag(first_use, middle, -FLAG_HEIGHT * len(flags) - 4, anchor))
    return tuple(flags)


def layers_of(records: Records, way: str, holdings: Holdings) -> tuple[Layer, ...]:
    """Return the dated records of a set by year, one layer a kind or a level of source."""
    sets = _by_level(holdings) if way == "level" else _by_kind(holdings)
    return tuple(
        Layer(key, label, counts_in(records & one, holdings.years))
        for (key, label), one in sets.items()
    )


def first_uses(topics: Iterable[Topic], holdings: Holdings) -> tuple[FirstUse, ...]:
    oldest = {topic: holdings.oldest(holdings.of(topic)) for topic in topics}
    documents = Document.objects.for_lists().in_bulk([pk for pk in oldest.values() if pk])
    return tuple(
        FirstUse(topic, documents[pk]) for topic, pk in oldest.items() if pk and pk in documents
    )


def _by_kind(holdings: Holdings) -> dict[tuple[str, str], Records]:
    return {
        (str(value), str(label)): holdings.kinds.get(value, 0)
        for value, label in Document.Kind.choices
    }


def _by_level(holdings: Holdings) -> dict[tuple[str, str], Records]:
    """Return the records of each level of source; those without a source come last."""
    levels: defaultdict[str, Records] = defaultdict(int)
    for pk, level in Source.objects.order_by().values_list("pk", "level"):
        levels[level] |= holdings.sources.get(pk, 0)
    known = {(str(value), str(label)): levels[value] for value, label in Source.Level.choices}
    sourced: Records = 0
    for records in levels.values():
        sourced |= records
    return known | {("unknown", _("Unknown source")): holdings.everything & ~sourced}
