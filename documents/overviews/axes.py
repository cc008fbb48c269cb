"""The lists of topics that a matrix or a front page offers: which regions, clusters and themes."""

from __future__ import annotations

from documents.models import Place, Topic


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
