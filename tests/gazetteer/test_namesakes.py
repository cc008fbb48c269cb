"""Streets, parks and dishes that bear a place's name are no mention of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gazetteer.reading import slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


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
    ],
)
def test_a_place_before_another_word_stays(shipped: Gazetteer, text: str, place: str) -> None:
    assert place in slugs(shipped, text, "region")


def test_where_a_province_lies_is_no_macro_region(shipped: Gazetteer) -> None:
    assert slugs(shipped, "In central China's Hunan Province it rained.", "region") == {"hunan"}
    assert slugs(shipped, "Wages in central China rose.", "region") == {"central-china"}


def test_what_does_not_touch_a_place_denies_it(shipped: Gazetteer) -> None:
    assert slugs(shipped, "None of this touches Taiwan.", "region") == set()
