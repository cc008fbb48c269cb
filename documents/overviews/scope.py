"""Which of the records an overview looks at: chosen topics, kinds, sources, languages, years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from documents.models import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from documents.models import Topic
    from documents.overviews.holdings import Holdings
    from documents.overviews.inventory import Records


@dataclass(frozen=True, slots=True)
class Scope:
    """Values of one kind are joined by OR, kinds by AND; `topics` are pairs of facet and slug.

    The years bound the date a record is sorted by, both included; with one set, undated records
    are left out.
    """

    topics: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None

    def of_facet(self, facet: str) -> tuple[str, ...]:
        return tuple(slug for each, slug in self.topics if each == facet)

    def knowing(self, topics: Iterable[Topic]) -> Scope:
        """Return the same filters without topics that are not among these."""
        known = {(topic.facet, topic.slug) for topic in topics}
        return replace(self, topics=tuple(pair for pair in self.topics if pair in known))

    def as_filters(self) -> list[tuple[str, str]]:
        """Return the same filters as a search has them in its address."""
        filters = [
            *self.topics,
            *(("kind", kind) for kind in self.kinds),
            *(("source", source) for source in self.sources),
            *(("language", language) for language in self.languages),
        ]
        if self.first_year:
            filters.append(("from", str(self.first_year)))
        if self.last_year:
            filters.append(("to", str(self.last_year)))
        return filters


def with_years(scope: Scope, first: int, last: int) -> Scope:
    """Return the same filters bounded by these years instead."""
    return replace(scope, first_year=first, last_year=last)


def records_in(scope: Scope, holdings: Holdings) -> Records:
    """Return the records that a scope takes in; a topic or source nobody knows has none."""
    records = holdings.everything
    for facet in dict.fromkeys(facet for facet, _ in scope.topics):
        found = (holdings.find(facet, slug) for slug in scope.of_facet(facet))
        records &= _union(holdings.topics.get(pk, 0) for pk in found if pk is not None)
    if scope.kinds:
        records &= _union(holdings.kinds.get(kind, 0) for kind in scope.kinds)
    if scope.languages:
        records &= _union(holdings.languages.get(language, 0) for language in scope.languages)
    if scope.sources:
        ids = Source.objects.filter(slug__in=scope.sources).values_list("pk", flat=True)
        records &= _union(holdings.sources.get(pk, 0) for pk in ids)
    return records & _in_years(scope, holdings)


def _in_years(scope: Scope, holdings: Holdings) -> Records:
    if scope.first_year is None and scope.last_year is None:
        return holdings.everything
    first = date(scope.first_year, 1, 1) if scope.first_year else date.min
    last = date(scope.last_year, 12, 31) if scope.last_year else date.max
    return holdings.between(first, last)


def _union(sets: Iterable[Records]) -> Records:
    return reduce(or_, sets, 0)
