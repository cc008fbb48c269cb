from __future__ import annotations

from typing import Any

import pytest

from documents.models import Membership, Place, Topic
from documents.overviews.scope import Scope
from documents.overviews.tile_grid import COLUMNS, ROWS, SPOTS
from documents.overviews.tile_map import load_tile_map
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def _a_province(slug: str, code: str, **fields: Any) -> Topic:
    topic = a_topic(slug, **fields)
    Place.objects.create(topic=topic, level="province", code=code)
    return topic


def _a_city(slug: str, code: str, parent: Topic) -> Topic:
    topic = a_topic(slug, parent=parent)
    Place.objects.create(topic=topic, level="prefecture", code=code)
    return topic


def test_the_grid_has_a_place_of_its_own_for_each_of_the_34_units() -> None:
    spots = {(spot.column, spot.row) for spot in SPOTS.values()}
    assert len(SPOTS) == len(spots) == 34
    assert all(spot.column < COLUMNS and spot.row < ROWS for spot in SPOTS.values())
    assert len({spot.letters for spot in SPOTS.values()}) == 34


def test_a_tile_counts_the_records_of_its_cities_once_each() -> None:
    shandong = _a_province("shandong", "37")
    jinan = _a_city("jinan", "3701", shandong)
    document = a_document()
    a_link(document, shandong)
    a_link(document, jinan)
    (tile,) = load_tile_map(Scope(), a_visibility()).tiles
    assert (tile.count, tile.shade) == (1, 7)


def test_records_on_no_province_are_not_placed() -> None:
    _a_province("shandong", "37")
    a_document()
    drawn = load_tile_map(Scope(), a_visibility())
    assert (drawn.total, drawn.placed) == (1, 0)


def test_a_cluster_stands_on_the_province_with_most_of_its_members() -> None:
    shandong, henan = _a_province("shandong", "37"), _a_province("henan", "41")
    cluster = a_topic("peninsula", "cluster")
    for city in (_a_city("jinan", "3701", shandong), _a_city("qingdao", "3702", shandong)):
        Membership.objects.create(whole=cluster, part=city)
    Membership.objects.create(whole=cluster, part=_a_city("puyang", "4109", henan))
    a_link(a_document(), cluster)
    drawn = load_tile_map(Scope(), a_visibility())
    tile = next(tile for tile in drawn.tiles if tile.topic == shandong)
    (circle,) = drawn.circles
    assert tile.x < circle.x < tile.x + drawn.side
    assert tile.y < circle.y < tile.y + drawn.side
    assert circle.count == 1


def test_the_scale_names_every_count_that_a_tile_may_have_once() -> None:
    shandong = _a_province("shandong", "37")
    for number in range(23):
        a_link(a_document(f"Record {number}"), shandong)
    scale = load_tile_map(Scope(), a_visibility()).scale
    named = [count for step in scale for count in range(step.first, step.last + 1)]
    assert named == list(range(1, 24))
