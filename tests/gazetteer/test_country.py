"""The country is a region of a text only as one place among others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone
from tests.gazetteer.reading import found, linked, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    "text",
    [
        "China promotes clusters. China's cities grow, and twelve clusters in China lead.",
        "At a conference in Beijing, speakers said that clusters in China grow.",
        "The port of Qingdao in Shandong is of great importance to China.",
        "中国加快建设城市群。",
        "江苏和浙江在全国领先。",
        "Guiyang, capital of southwest China's Guizhou province, opened a tea factory.",
        "Southwest China's Guizhou and east China's Jiangsu opened tea factories.",
        "Reed of China's kind grows in Yichang, Hubei.",
    ],
)
def test_a_nation_wide_text_has_no_country(shipped: Gazetteer, text: str) -> None:
    assert "china" not in slugs(shipped, text, "region")


@pytest.mark.parametrize(
    "text",
    [
        "Firms with servers in China choose between Guizhou and Gansu.",
        "The bank lends for Jiujiang in Jiangxi, in the People’s Republic of China (PRC).",
        "China and Germany signed an agreement.",
        "欧盟与中国签署协议。",
        "在中国投资的企业集中在江苏和浙江。",
        "China’s regulator counts firms. Shandong has ten, Guangdong two.",
        "“China is ageing,” she said in Hubei.",
        "江苏和四川的芦苇做法在全国范围内推广。",
        "中国发出三列，陕西宝鸡换回两列。",
        "“China could count its reed,” she said in Hubei.",
        "Data that has to leave China waits in Jiangsu and Gansu.",
    ],
)
def test_the_country_among_other_places_is_one_of_them(shipped: Gazetteer, text: str) -> None:
    assert "china" in slugs(shipped, text, "region")


def test_a_title_names_the_country_whose_parts_the_text_compares(shipped: Gazetteer) -> None:
    zones = [Zone("title", "China counts firms"), Zone("body", "Jiangsu has ten, Gansu two.")]
    assert "china" in linked(shipped, zones, "region")


def test_a_title_names_the_country_beside_a_lone_part(shipped: Gazetteer) -> None:
    body = Zone("body", "Jiangsu has ten.")
    assert "china" in linked(shipped, [Zone("title", "Reed in China"), body], "region")
    for title in ("China's Jiangsu counts reed", "Reed grows in Jiangsu, China"):
        assert "china" not in linked(shipped, [Zone("title", title), body], "region")


def test_a_nation_wide_country_is_marked_as_such(shipped: Gazetteer) -> None:
    (mention,) = found(shipped, "China grows.", "region")
    assert mention.rule == "nation-wide"
