"""All topics of a facet in their hierarchy, each with its count: the browse lists."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from documents.models import Place, Topic
from documents.overviews.holdings import load_holdings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.models import Visibility

# Prefectures and counties without records are counted, not listed: there are thousands.
LISTED_ONLY_WITH_RECORDS = (Place.Level.PREFECTURE, Place.Level.COUNTY, Place.Level.DISTRICT)

HEADINGS = {
    Place.Level.PROVINCE: _("Province-level units"),
    Place.Level.COUNTRY: _("Countries"),
    Place.Level.PREFECTURE: _("Prefecture-level units"),
    Place.Level.COUNTY: _("County-level units"),
    Place.Level.NEW_AREA: _("New areas"),
    Place.Level.DISTRICT: _("Districts"),
    Place.Level.BASIN: _("River basins"),
    Place.Level.STRATEGY: _("Regional strategies"),
    Place.Level.MACRO_REGION: _("Macro-regions"),
    Place.Level.FOREIGN: _("Places abroad"),
}
"""The groups of the list of regions, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Node:
    """`unlisted` counts the children that have no records and are left out."""

    topic: Topic
    count: int
    children: tuple[Node, ...] = ()
    unlisted: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of a browse list; the label is empty where the facet has one group only."""

    key: str
    label: str
    nodes: tuple[Node, ...]


def browse(facet: str, visibility: Visibility) -> tuple[Group, ...]:
    """Return the groups of one facet in order, each with its trees."""
    topics = list(Topic.objects.filter(facet=facet).select_related("place").labelled())
    sets = load_holdings(visibility).topics
    counts = {pk: records.bit_count() for pk, records in sets.items()}
    below: defaultdict[int | None, list[Topic]] = defaultdict(list)
    for topic in topics:
        below[_above(topic)].append(topic)
    groups: defaultdict[str, list[Node]] = defaultdict(list)
    for topic in below[None]:
        groups[_group(topic)].append(_node(topic, below, counts))
    if facet == Topic.Facet.INSTRUMENT:
        groups[""].sort(key=_is_idle)
    groups[Place.Level.FOREIGN].sort(key=_is_idle)
    return tuple(
        Group(key, label, tuple(groups[key])) for key, label in _labels(facet) if groups.get(key)
    )


def _is_idle(node: Node) -> bool:
    """Whether no record is linked to a topic or to one below it: of long lists these come last."""
    return not node.count and all(_is_idle(child) for child in node.children)


def _above(topic: Topic) -> int | None:
    """Return whom a topic is listed under; provinces stand by themselves, not under the country."""
    place = getattr(topic, "place", None)
    if place is not None and place.level == Place.Level.PROVINCE:
        return None
    return topic.parent_id


def _node(topic: Topic, below: dict[int | None, list[Topic]], counts: dict[int, int]) -> Node:
    children = below.get(topic.pk, [])
    listed = [child for child in children if _is_listed(child, counts)]
    return Node(
        topic=topic,
        count=counts.get(topic.pk, 0),
        children=tuple(_node(child, below, counts) for child in listed),
        unlisted=len(children) - len(listed),
    )


def _is_listed(topic: Topic, counts: dict[int, int]) -> bool:
    place = getattr(topic, "place", None)
    if place is None or place.level not in LISTED_ONLY_WITH_RECORDS:
        return True
    return topic.pk in counts


def _group(topic: Topic) -> str:
    if topic.facet == Topic.Facet.CLUSTER:
        return topic.tier or topic.sense
    place = getattr(topic, "place", None)
    return place.level if place is not None else ""


def _labels(facet: str) -> Sequence[tuple[str, str]]:
    if facet == Topic.Facet.CLUSTER:
        return [(value, str(value.label)) for value in (*Topic.Tier, *Topic.Sense)]
    if facet == Topic.Facet.REGION:
        return [(level, str(heading)) for level, heading in HEADINGS.items()] + [("", "")]
    return [("", "")]
