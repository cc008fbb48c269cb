"""The filters of an overview, read from an address and offered as choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.models import Document, Topic
from documents.models.plurals import kinds
from documents.overviews.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict

MOST_VALUES = 20
FIRST_YEAR = 1900
LAST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    language: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Chooser:
    """One list to choose from: its name in the address, its label, its choices."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def scope_from(data: QueryDict) -> Scope:
    """Return the filters that an address names; what cannot be read is left out, never an error."""
    topics = tuple((facet, slug) for facet in Topic.Facet.values for slug in _values(data, facet))
    return Scope(
        topics=topics,
        kinds=tuple(kind for kind in _values(data, "kind") if kind in Document.Kind.values),
        sources=_values(data, "source"),
        languages=tuple(
            code for code in _values(data, "language") if code in Document.Language.values
        ),
        first_year=_year(data.get("from", "")),
        last_year=_year(data.get("to", "")),
    )


def choosers(scope: Scope, topics: Sequence[Topic]) -> tuple[Chooser, ...]:
    """Return a list for each facet of the topics offered, and one for kinds of record."""
    lists = [
        Chooser(
            facet,
            str(label),
            tuple(
                Choice(
                    topic.slug,
                    topic.label,
                    topic.label_language,
                    topic.slug in scope.of_facet(facet),
                )
                for topic in topics
                if topic.facet == facet
            ),
        )
        for facet, label in Topic.Facet.choices
    ]
    by_kind = tuple(
        Choice(kind, kinds(kind), "", kind in scope.kinds) for kind in Document.Kind.values
    )
    return (*(one for one in lists if one.choices), Chooser("kind", _("Kind"), by_kind))


def _values(data: QueryDict, name: str) -> tuple[str, ...]:
    values = (value.replace("\x00", "").strip() for value in data.getlist(name))
    return tuple(dict.fromkeys(value for value in values if 0 < len(value) <= 100))[:MOST_VALUES]


def _year(typed: str) -> int | None:
    year = typed.strip()[:4]
    if not (year.isascii() and year.isdigit()):
        return None
    return int(year) if FIRST_YEAR <= int(year) <= LAST_YEAR else None
