"""A city cluster is known by every order and noun of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gazetteer.reading import found, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "cluster"),
    [
        ("the city cluster on the northern slope of the Tianshan Mountains", "tianshan"),
        ("a cluster of cities in the Beibu Gulf", "beibu-gulf"),
        ("the Central Plains urban cluster", "central-plains"),
        ("the Harbin-Changchun Megalopolis", "harbin-changchun"),
        ("the Hohhot–Baotou–Ordos–Yulin urban agglomeration", "hohhot-baotou-ordos-yulin"),
        ("the Zhengzhou metropolitan region", "zhengzhou-metro"),
        ("辽中南城镇群", "central-southern-liaoning"),
        ("成都大都市圈", "chengdu-metro"),
        ("广佛肇都市圈", "guangzhou-foshan-zhaoqing"),
        ("粵港澳大灣區", "greater-bay-area"),
    ],
)
def test_a_cluster_is_known(shipped: Gazetteer, text: str, cluster: str) -> None:
    assert slugs(shipped, text, "cluster") == {cluster}


def test_city_groups_are_clusters_of_cities(shipped: Gazetteer) -> None:
    assert [one.sense for one in found(shipped, "Ten city groups grow.", "cluster")] == ["city"]


def test_a_count_of_industries_is_no_part_of_a_clusters_name(shipped: Gazetteer) -> None:
    surfaces = {one.surface for one in found(shipped, "打造食品六大千亿产业集群", "cluster")}
    assert surfaces == {"产业集群"}
