from __future__ import annotations

import pytest

from documents.models import Place
from documents.overviews.tree import HEADINGS, browse
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_themes_stand_in_two_levels_with_their_counts() -> None:
    green = a_topic("green", "theme")
    carbon = a_topic("carbon", "theme", parent=green)
    a_topic("idle", "theme", parent=green)
    a_link(a_document(), carbon)
    [group] = browse("theme", a_visibility())
    [node] = group.nodes
    assert (node.topic, node.count) == (green, 1)
    assert [(child.topic.slug, child.count) for child in node.children] == [
        ("carbon", 1),
        ("idle", 0),
    ]


def test_provinces_stand_by_themselves_and_idle_cities_are_counted_not_listed() -> None:
    china = a_topic("china")
    shandong = a_topic("shandong", parent=china)
    jinan, zibo = a_topic("jinan", parent=shandong), a_topic("zibo", parent=shandong)
    for topic, level in (
        (china, "country"),
        (shandong, "province"),
        (jinan, "prefecture"),
        (zibo, "prefecture"),
    ):
        Place.objects.create(topic=topic, level=level)
    a_link(a_document(), jinan)
    provinces, country = browse("region", a_visibility())
    assert (provinces.key, country.key) == ("province", "country")
    [node] = provinces.nodes
    assert [child.topic for child in node.children] == [jinan]
    assert node.unlisted == 1


def test_clusters_are_grouped_by_tier_and_sense() -> None:
    a_topic("delta", "cluster", tier="optimise")
    a_topic("bay", "cluster")
    a_topic("chips", "cluster", sense="industrial")
    assert [group.key for group in browse("cluster", a_visibility())] == [
        "optimise",
        "city",
        "industrial",
    ]


def test_every_level_of_places_has_a_heading() -> None:
    assert set(HEADINGS) == set(Place.Level)


@pytest.mark.parametrize(("facet", "level"), [("instrument", ""), ("region", "foreign")])
def test_instruments_and_places_abroad_with_records_come_first(facet: str, level: str) -> None:
    idle, used = a_topic("idle", facet), a_topic("used", facet)
    for topic in (idle, used):
        if level:
            Place.objects.create(topic=topic, level=level)
    a_link(a_document(), used)
    [group] = browse(facet, a_visibility())
    assert [node.topic for node in group.nodes] == [used, idle]
