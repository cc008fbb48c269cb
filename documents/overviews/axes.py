"""The lists of topics that a matrix or a front page offers: which regions, clusters and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from documents.models import Place, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def load_axes(*facets: str) -> dict[str, list[Topic]]:
    """Return the topics of each facet that stand side by side, in the vocabulary's order.

    Regions are the province-level units, clusters the city clusters, themes and instruments those
    of the first level; a smaller unit counts into the larger one that holds it.
    """
    axes: dict[str, list[Topic]] = {facet: [] for facet in facets}
    topics = Topic.objects.filter(facet__in=facets).select_related("place").labelled()
    for topic in topics.exclude(place__level__in=_levels_beside_provinces()):
        if _stands(topic):
            axes[topic.facet].append(topic)
    if Topic.Facet.REGION in axes:
        axes[Topic.Facet.REGION].sort(key=lambda topic: topic.place.code)
    return axes


def _levels_beside_provinces() -> list[str]:
    return [level for level in Place.Level.values if level != Place.Level.PROVINCE]


def _stands(topic: Topic) -> bool:
    match topic.facet:
        case Topic.Facet.REGION:
            return hasattr(topic, "place")
        case Topic.Facet.CLUSTER:
            return topic.sense == Topic.Sense.CITY and topic.parent_id is None
        case _:
            return topic.parent_id is None


def with_smaller(axes: Mapping[str, Sequence[Topic]]) -> dict[str, list[Topic]]:
    """Return the same axes with each theme followed by its smaller themes, by one more load."""
    if Topic.Facet.THEME not in axes:
        return {facet: list(topics) for facet, topics in axes.items()}
    below: dict[int, list[Topic]] = {}
    themes = Topic.objects.filter(facet=Topic.Facet.THEME, parent__isnull=False)
    for theme in themes.labelled():
        below.setdefault(theme.parent_id or 0, []).append(theme)
    in_order = [
        each for theme in axes[Topic.Facet.THEME] for each in (theme, *below.get(theme.pk, []))
    ]
    return {
        facet: in_order if facet == Topic.Facet.THEME else list(topics)
        for facet, topics in axes.items()
    }


def load_offered(facets: Iterable[str], also: Iterable[tuple[str, str]]) -> list[Topic]:
    """Return the topics that a filter offers: the axes, all smaller themes, and those chosen.

    A chosen topic is a pair of facet and slug; it is offered whatever its level.
    """
    chosen = set(also)
    topics = Topic.objects.filter(facet__in=list(facets)).select_related("place").labelled()
    small = Q(facet=Topic.Facet.REGION) & ~Q(place__level=Place.Level.PROVINCE)
    offered = topics.filter(~small | Q(slug__in=[slug for _, slug in chosen]))
    return [topic for topic in offered if (topic.facet, topic.slug) in chosen or _is_offered(topic)]


def _is_offered(topic: Topic) -> bool:
    if topic.facet == Topic.Facet.REGION:
        return hasattr(topic, "place") and topic.place.level == Place.Level.PROVINCE
    return topic.facet == Topic.Facet.THEME or _stands(topic)
