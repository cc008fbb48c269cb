"""Streets, parks and dishes that bear a place's name are no mention of it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from documents.curation.shipment import read_shipment
from tests.gazetteer.reading import slugs
from tests.material import shared

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


# Districts and new areas that the vocabulary holds under codes of its own.
NAMED_BY_THEMSELVES = {"滨海新区", "浦东新区", "南沙区", "兰州新区"}


@pytest.mark.parametrize(
    "text",
    [
        "They met in Zhongshan Park.",
        "The shop stands on Lanzhou Street.",
        "Traffic stops at Nanjing West Road.",
        "A bowl of Chongqing noodles costs little.",
        "The crossing of the Taiwan Strait took a day.",
        "中山公园重新开放",
        "福州路、广东路、中山东一路改为单行。",
        "北京西路和上海路上有书店",
        "鲁西、豫东、苏北、淮北等地的芦苇",
        "林区里又有了东北虎的脚印。",
    ],
)
def test_a_namesake_is_no_place(shipped: Gazetteer, text: str) -> None:
    assert slugs(shipped, text, "region") == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zhongshan, in Guangdong, makes lamps.", "zhongshan"),
        ("Jinan roads are wide.", "jinan"),
        ("济南路网加密", "jinan"),
        ("广东省路桥公司", "guangdong"),
        ("上海街区更新", "shanghai"),
        ("蚌埠、淮北等市的芦苇", "huaibei"),
        ("东北的芦苇", "northeast"),
    ],
)
def test_a_place_before_another_word_stays(shipped: Gazetteer, text: str, place: str) -> None:
    assert place in slugs(shipped, text, "region")


def test_where_a_province_lies_is_no_macro_region(shipped: Gazetteer) -> None:
    assert slugs(shipped, "In central China's Hunan Province it rained.", "region") == {"hunan"}
    assert slugs(shipped, "Wages in central China rose.", "region") == {"central-china"}


def test_what_does_not_touch_a_place_denies_it(shipped: Gazetteer) -> None:
    assert slugs(shipped, "None of this touches Taiwan.", "region") == set()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Anji County, Zhejiang, is green.", {"zhejiang"}),
        ("浙江安吉县发展竹产业。", {"zhejiang"}),
        ("Quzhou County in Hebei met.", {"hebei"}),
        ("吉林省辽源市西安区开会。", {"jilin", "liaoyuan"}),
        ("Haiyan County met.", set()),
        ("Chen Jining, Party secretary of Shanghai, spoke.", {"shanghai"}),
        ("The trains link Hong Kong, Guangzhou and Jining.", {"hong-kong", "guangzhou", "jining"}),
        ("Haiyan County in Qinghai met.", {"haiyan", "qinghai"}),
        ("Hengyang County, Hunan, met.", {"hengyang", "hunan"}),
    ],
)
def test_a_county_is_not_the_city_whose_name_it_bears(
    shipped: Gazetteer, text: str, places: set[str]
) -> None:
    assert slugs(shipped, text, "region") == places


def test_no_county_is_taken_for_a_place_in_which_it_does_not_lie(shipped: Gazetteer) -> None:
    codes = {
        row.key[0]: row.values["code"]
        for row in read_shipment(Path(settings.FIXTURE_DIRS[0]))["place"]
    }
    with shared("data", "admin_divisions", "counties.csv").open(encoding="utf-8") as rows:
        counties = [(row["code"], row["name_zh"]) for row in csv.DictReader(rows)]
    wrong = [
        name
        for code, name in counties
        if not name.endswith("园区")
        for slug in slugs(shipped, f"会议在{name}召开。", "region")
        if not code.startswith(codes[slug])
    ]
    assert len(counties) > 2900
    assert set(wrong) <= NAMED_BY_THEMSELVES


def test_a_state_is_not_the_one_whose_name_it_holds(shipped: Gazetteer) -> None:
    text = "Städte in Sachsen-Anhalt und Thüringen"
    assert slugs(shipped, text, "region") == {"saxony-anhalt", "thuringia"}
    assert slugs(shipped, "Towns in Lower Saxony grew.", "region") == {"lower-saxony"}


@pytest.mark.parametrize(
    ("text", "slugs_"),
    [
        ("Several Swedish family firms and two German banks came.", {"sweden", "germany"}),
        ("The text was translated from German, and read in Swedish.", set()),
        ("A Japanese version and a French-language site exist.", set()),
    ],
)
def test_an_adjective_names_its_country_but_as_a_language(
    shipped: Gazetteer, text: str, slugs_: set[str]
) -> None:
    assert slugs(shipped, text, "region") == slugs_
