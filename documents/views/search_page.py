"""What the search page shows round the hits: the filters, and a chip for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.forms.search import address_of, typed_day
from documents.models import Topic
from documents.search.query import FILTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.search.query import SearchQuery
    from documents.search.results import Facet, FacetValue, SearchPage

SHOWN = 6
MOST = 60
LONG = 8


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet as checkboxes: the first values open, the others folded."""

    name: str
    legend: str
    first: Sequence[FacetValue]
    more: Sequence[FacetValue]

    @property
    def is_long(self) -> bool:
        """Whether one would rather look for a value among the folded ones than read them."""
        return len(self.more) >= LONG


@dataclass(frozen=True, slots=True)
class Chip:
    """An active filter; `address` asks the same question without it."""

    legend: str
    label: str
    address: str


def legend_of(facet: str) -> str:
    """Return the heading of a facet's filter."""
    return {
        "kind": _("Kind"),
        "region": _("Region"),
        "cluster": _("Cluster"),
        "theme": _("Policy theme"),
        "instrument": _("Policy instrument"),
        "source": _("Source"),
        "language": _("Language"),
        "tag": _("Keyword or tag"),
    }[facet]


def filters(page: SearchPage) -> tuple[Filter, ...]:
    """Return the facets that have values, in the order of the page."""
    order = ("kind", "region", "cluster", "theme", "instrument", "source", "language")
    by_name = {facet.name: facet for facet in page.facets}
    facets = [by_name[name] for name in order if name in by_name and by_name[name].values]
    return tuple(_filter(facet) for facet in facets)


def chips(query: SearchQuery, page: SearchPage) -> tuple[Chip, ...]:
    """Return one chip for each value chosen, for the span of years and for exact words."""
    labels = _labels(query, page)
    chosen = [
        Chip(
            legend_of(name),
            labels.get((name, value), value),
            address_of(_without(query, field, value)),
        )
        for name, field in FILTERS.items()
        for value in getattr(query, field)
    ]
    if query.date_from or query.date_to:
        chosen.append(Chip(_("Date"), _span(query), address_of(query.of_any_date())))
    if query.undated:
        chosen.append(Chip(_("Date"), _("undated"), address_of(query.of_any_date())))
    if query.exact:
        expanded = address_of(query.without(exact=False))
        chosen.append(Chip(_("Words"), _("exactly as typed"), expanded))
    return tuple(chosen)


def _labels(query: SearchQuery, page: SearchPage) -> dict[tuple[str, str], str]:
    """Return the label of each value by facet and value; a chosen one may have no count."""
    labels = {
        (facet.name, value.value): value.label for facet in page.facets for value in facet.values
    }
    chosen = {
        (name, value) for name in Topic.Facet.values for value in getattr(query, FILTERS[name])
    }
    missing = chosen - labels.keys()
    if missing:
        topics = Topic.objects.filter(slug__in=[slug for facet, slug in missing]).labelled()
        labels |= {(topic.facet, topic.slug): topic.label for topic in topics}
    return labels


def _filter(facet: Facet) -> Filter:
    selected = sum(value.is_selected for value in facet.values)
    shown = max(SHOWN, selected)
    return Filter(facet.name, legend_of(facet.name), facet.values[:shown], facet.values[shown:MOST])


def _without(query: SearchQuery, field: str, value: str) -> SearchQuery:
    kept = tuple(each for each in getattr(query, field) if each != value)
    return query.without(**{field: kept})


def _span(query: SearchQuery) -> str:
    first = typed_day(query.date_from, "from") or "…"
    last = typed_day(query.date_to, "to") or "…"
    return first if first == last else f"{first}–{last}"
