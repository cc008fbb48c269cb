"""Gives the counted ids their names: facets as a page shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _
from taggit.models import Tag

from documents.models import Document
from documents.search.named import named_topics
from documents.search.naming import TOPIC_FACETS
from documents.search.record import FACETS, NONE
from documents.search.results import Facet, FacetValue
from documents.search.sources import load_sources

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_SHOWN = 40


class Name(NamedTuple):
    """What stands in an address for a value, and what is shown for it."""

    value: str
    label: str
    language: str = ""


def facets_of(
    counts: Mapping[str, Mapping[str, int]], selected: Mapping[str, frozenset[str]]
) -> tuple[Facet, ...]:
    """Return the facets in their order, each with its selected and its most frequent values."""
    shown = {
        facet: _shown(facet, counts.get(facet, {}), selected.get(facet, frozenset()))
        for facet in FACETS
    }
    names = _names(shown)
    return tuple(
        Facet(facet, _values(facet, shown[facet], names, selected.get(facet, frozenset())))
        for facet in FACETS
    )


def _shown(facet: str, counts: Mapping[str, int], selected: frozenset[str]) -> dict[str, int]:
    """Return the values to show: a chosen one even where it counts nothing."""
    if facet == "year":
        return dict(sorted(counts.items(), reverse=True))
    ranked = sorted(counts, key=lambda value: (-counts[value], value))
    wanted = [*sorted(selected), *(value for value in ranked if value not in selected)]
    return {value: counts.get(value, 0) for value in wanted[: MOST_SHOWN + len(selected)]}


def _names(shown: Mapping[str, Mapping[str, int]]) -> dict[tuple[str, str], Name]:
    names = {("kind", code): Name(code, str(label)) for code, label in Document.Kind.choices}
    for code, label in Document.Language.choices:
        names["language", code] = Name(code, str(label))
    for year in shown["year"]:
        names["year", year] = Name(year, year)
    names["source", NONE] = Name(NONE, _("No source stated"))
    topics = named_topics(_numbers([value for facet in TOPIC_FACETS for value in shown[facet]]))
    for pk, topic in topics.items():
        names[topic.facet, str(pk)] = Name(topic.slug, topic.label, topic.label_language)
    sources = load_sources()
    for pk in _numbers(shown["source"]):
        if source := sources.get(pk):
            names["source", str(pk)] = Name(source.slug, source.label, source.label_language)
    if tags := _numbers(shown["tag"]):
        for tag in Tag.objects.filter(pk__in=tags):
            names["tag", str(tag.pk)] = Name(tag.slug, tag.name)
    return names


def _numbers(values: Mapping[str, int] | list[str]) -> list[int]:
    return [int(value) for value in values if value.isdigit()]


def _values(
    facet: str,
    shown: Mapping[str, int],
    names: Mapping[tuple[str, str], Name],
    selected: frozenset[str],
) -> tuple[FacetValue, ...]:
    values = [
        FacetValue(
            value=name.value,
            label=name.label,
            count=count,
            is_selected=key in selected,
            label_language=name.language,
        )
        for key, count in shown.items()
        if (name := names.get((facet, key)))
    ]
    if facet == "year":
        return tuple(values)
    return tuple(sorted(values, key=lambda one: (not one.is_selected, -one.count, one.label)))
