"""Names that several places bear."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from documents.gazetteer import Zone, find_mentions
from tests.gazetteer.reading import found, slugs
from tests.material import shared

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("homes in Suzhou in northern Anhui", "suzhou-ah"),
        ("Suzhou in Jiangsu", "suzhou-js"),
        ("Fuzhou, the capital of Fujian", "fuzhou-fj"),
        ("Jiangxi's Fuzhou", "fuzhou-jx"),
        ("Taizhou, Zhejiang", "taizhou-zj"),
        ("Yulin in northern Shaanxi", "yulin-sx"),
        ("Yulin, Guangxi", "yulin-gx"),
    ],
)
def test_the_nearest_province_settles_the_name(shipped: Gazetteer, text: str, city: str) -> None:
    assert city in slugs(shipped, text, "region")


def test_without_a_province_all_candidates_stay(shipped: Gazetteer) -> None:
    (mention,) = found(shipped, "A factory opened in Suzhou.", "region")
    assert {shipped.topics[pk].slug for pk in mention.topic_ids} == {"suzhou-js", "suzhou-ah"}
    assert slugs(shipped, "A factory opened in Suzhou.", "region") == set()


def test_a_province_in_the_title_settles_a_name_in_the_text(shipped: Gazetteer) -> None:
    zones = [Zone("title", "Anhui news"), Zone("body", "A factory opened in Suzhou.")]
    mention = find_mentions(zones, shipped)[-1]
    assert [shipped.topics[pk].slug for pk in mention.topic_ids] == ["suzhou-ah"]


def test_two_provinces_elsewhere_settle_nothing(shipped: Gazetteer) -> None:
    zones = [Zone("title", "Anhui and Jiangsu"), Zone("body", "A factory opened in Suzhou.")]
    assert len(find_mentions(zones, shipped)[-1].topic_ids) == 2


def test_jilin_is_the_province_unless_it_says_city(shipped: Gazetteer) -> None:
    assert slugs(shipped, "Jilin grows corn.", "region") == {"jilin"}
    assert slugs(shipped, "Jilin City grows corn.", "region") == {"jilin-city"}


def test_a_short_form_counts_only_beside_its_province(shipped: Gazetteer) -> None:
    assert slugs(shipped, "Mr Jian spoke.", "region") == set()
    assert slugs(shipped, "Jian in Jiangxi", "region") == {"jian", "jiangxi"}


@pytest.mark.parametrize(
    ("name", "prefecture", "county"),
    [
        ("Jinzhou", ("jinzhou", "Liaoning"), ("jinzhou-heb", "Hebei")),
        ("Yushu", ("yushu", "Qinghai"), ("yushu-jl", "Jilin")),
        ("Ji'an", ("jian", "Jiangxi"), ("jian-jl", "Jilin")),
        ("Wuwei", ("wuwei", "Gansu"), ("wuwei-ah", "Anhui")),
        ("Longnan", ("longnan", "Gansu"), ("longnan-jx", "Jiangxi")),
        ("Pingxiang", ("pingxiang", "Jiangxi"), ("pingxiang-gx", "Guangxi")),
        ("Binzhou", ("binzhou", "Shandong"), ("binzhou-sx", "Shaanxi")),
        ("Tongren", ("tongren", "Guizhou"), ("tongren-qh", "Qinghai")),
    ],
)
def test_a_county_level_city_and_a_prefecture_of_one_english_name_are_told_by_the_province(
    shipped: Gazetteer, name: str, prefecture: tuple[str, str], county: tuple[str, str]
) -> None:
    (open_one,) = found(shipped, f"Reed grows in {name} City.", "region")
    candidates = {shipped.topics[pk].slug for pk in open_one.topic_ids}
    assert (candidates, open_one.rule) == ({prefecture[0], county[0]}, "homonym")
    for slug, province in (prefecture, county):
        assert slug in slugs(shipped, f"Reed grows in {name}, {province}.", "region")


def test_every_county_level_city_called_like_a_prefecture_elsewhere_is_known() -> None:
    """The units beside the checkout are the whole list; names are compared by their pinyin."""
    prefectures = {
        f"{row['pinyin'].replace("'", '')}shi": row["code"]
        for row in _rows(Path(settings.FIXTURE_DIRS[0]) / "prefectures.csv")
    }
    alike = {
        row["code"]
        for row in _rows(shared("data", "admin_divisions", "counties.csv"))
        if row["name_zh"].endswith("市")
        and prefectures.get(row["pinyin_full"], row["prefecture_code"]) != row["prefecture_code"]
    }
    known = {row["code"] for row in _rows(Path(settings.FIXTURE_DIRS[0]) / "counties.csv")}
    assert len(alike) == 8
    assert alike <= known


def _rows(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Firms of Suzhou and Nantong share a pier.", "suzhou-js"),
        ("In Suzhou a pier was closed. Bengbu keeps its own.", "suzhou-ah"),
        ("Xiamen lends Fuzhou a crane.", "fuzhou-fj"),
    ],
)
def test_another_city_of_its_province_settles_it(shipped: Gazetteer, text: str, city: str) -> None:
    assert city in slugs(shipped, text, "region")


def test_cities_of_both_provinces_settle_nothing(shipped: Gazetteer) -> None:
    told = slugs(shipped, "Suzhou, Nantong and Bengbu share a pier.", "region")
    assert told.isdisjoint({"suzhou-js", "suzhou-ah"})


def test_a_province_counts_before_the_cities_beside(shipped: Gazetteer) -> None:
    told = slugs(shipped, "Suzhou in Anhui sends its goods by Nantong.", "region")
    assert "suzhou-ah" in told
    assert "suzhou-js" not in told
