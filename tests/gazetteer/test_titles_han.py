"""Chinese citations: with and without book marks, by title or number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone, find_mentions
from tests.gazetteer.reading import found

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("按照《某省芦苇应急预案（试行）》处置。", ["《某省芦苇应急预案（试行）》"]),
        ("省里公布《芦苇产业十二条》。", ["《芦苇产业十二条》"]),
        ("白皮书《芦苇的世界》是一本书。", []),
        ("他在《芦苇日报》写道，《孙子兵法》很好。", []),
        ("会上学习《实施办法》。", []),
        ("严格执行《 芦苇法 》。", ["《 芦苇法 》"]),
        ("人民拥护党中央关于芦苇改革的决定。", []),
        (
            "按照国务院办公厅关于促进芦苇发展的意见，要多种芦苇。",
            ["国务院办公厅关于促进芦苇发展的意见"],
        ),
        ("国务院办公厅关于促进芦苇发展的意见", []),
        ("省里的“十四五”芦苇产业发展规划已经印发。", ["十四五”芦苇产业发展规划"]),
        ("根据芦苇保护法、湿地芦苇条例等，制定办法。", ["芦苇保护法", "湿地芦苇条例"]),
        ("根据有关法律法规，按照市场化方法办理。", []),
        ("按照国务院令第999号执行。", ["国务院令第999号"]),
        ("见财政部公告2023年第99号。", ["财政部公告2023年第99号"]),
        ("津芦区域〔2021〕136号\n\n正文。", []),
        (
            "印发《芦苇产业办法》（芦规〔2022〕4号，以下简称《办法》）。",
            ["《芦苇产业办法》（芦规〔2022〕4号，以下简称《办法》）"],
        ),
        ("到“十四五”末，芦苇要增加。", []),
    ],
)
def test_a_document_is_cited_as_written(shipped: Gazetteer, text: str, cited: list[str]) -> None:
    assert [one.surface for one in found(shipped, text, "instrument")] == cited


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        (
            "依据土地管理法和城乡规划法，制定本办法。",
            ["land-administration-law", "urban-rural-planning-law"],
        ),
        ("土地管理法规很多。", []),
        ("按照《某市优化营商环境条例》办理。", [""]),
        ("按照《优化营商环境条例》办理。", ["business-environment-regulations"]),
        ("落实“十四五”数字经济发展规划。", ["digital-economy-plan-14"]),
    ],
)
def test_a_law_is_known_by_its_own_name_only(
    shipped: Gazetteer, text: str, slugs: list[str]
) -> None:
    named = found(shipped, text, "instrument")
    assert ["".join(shipped.topics[pk].slug for pk in one.topic_ids) for one in named] == slugs


@pytest.mark.parametrize(
    ("title", "times"),
    [
        ("某省出台芦苇产业行动方案", 1),
        ("国务院关于芦苇产业行动方案的批复", 1),
        ("《芦苇产业行动方案》政策解读", 1),
        ("关于印发《芦苇产业行动方案》的通知", 0),
        ("芦苇产业行动方案", 0),
    ],
)
def test_a_headline_is_about_an_instrument_and_a_document_is_one(
    shipped: Gazetteer, title: str, times: int
) -> None:
    zones = [Zone("title", title), Zone("body", "现将《芦苇产业行动方案》印发给你们。")]
    cited = [one for one in find_mentions(zones, shipped) if one.facet == "instrument"]
    assert sum(one.zone == "body" for one in cited) == times
