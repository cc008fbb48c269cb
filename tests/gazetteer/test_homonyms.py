"""Names that several places bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone, find_mentions
from tests.gazetteer.reading import found, slugs

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
