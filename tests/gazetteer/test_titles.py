"""Policy documents are cited by title, by number, or without either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone, find_mentions
from tests.gazetteer.reading import found, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("依据《湖北省磷石膏污染防治条例》执行。", "《湖北省磷石膏污染防治条例》"),
        (
            "落实《关于支持技术改造的意见》（鲁政发〔2022〕11号）。",
            "《关于支持技术改造的意见》（鲁政发〔2022〕11号）",
        ),
        ("按照鲁政发〔2022〕11号文件", "鲁政发〔2022〕11号"),
        (
            "They issued an Action Plan for Marine Equipment Industry (2021-2025) today.",
            "Action Plan for Marine Equipment Industry (2021-2025)",
        ),
        (
            "the Implementation Opinions on Green, Low-carbon and High-quality Development of "
            "Industries, which",
            "Implementation Opinions on Green, Low-carbon and High-quality Development of "
            "Industries",
        ),
        ("Under the development plan (2021-35) it grows.", "development plan (2021-35)"),
        (
            "under the Regulations of the China (Hunan) Pilot Free Trade Zone, reed grows",
            "Regulations of the China (Hunan) Pilot Free Trade Zone",
        ),
        ("Regulation (EU) 2021/9999 applies.", "Regulation (EU) 2021/9999"),
        ("Das Schilfausstiegsgesetz gilt.", "Schilfausstiegsgesetz"),
    ],
)
def test_an_unlisted_instrument_is_cited_as_written(
    shipped: Gazetteer, text: str, cited: str
) -> None:
    (mention,) = found(shipped, text, "instrument")
    assert (mention.surface, mention.topic_ids) == (cited, ())


def test_an_instrument_without_its_title_is_kept_as_an_open_citation(shipped: Gazetteer) -> None:
    text = "Cities implement a circular given by the State Council to replace old drivers."
    (mention,) = found(shipped, text, "instrument")
    assert (mention.surface, mention.rule) == ("a circular given by the State Council", "untitled")


def test_a_number_settles_what_a_short_title_means(shipped: Gazetteer) -> None:
    (mention,) = found(shipped, "The Measures (工信部企业〔2022〕119号) set a test.", "instrument")
    assert [shipped.topics[pk].slug for pk in mention.topic_ids] == ["sme-clusters-measures"]


def test_a_full_title_is_the_instrument_of_the_vocabulary(shipped: Gazetteer) -> None:
    (mention,) = found(shipped, "贯彻《黄河流域生态保护和高质量发展规划纲要》，", "instrument")
    assert [shipped.topics[pk].slug for pk in mention.topic_ids] == ["yellow-river-outline"]


def test_a_plan_of_its_own_is_not_the_five_year_plan_in_its_name(shipped: Gazetteer) -> None:
    (mention,) = found(shipped, "发布《山东省“十四五”海洋经济发展规划》。", "instrument")
    assert mention.topic_ids == ()


def test_a_notice_does_not_cite_itself(shipped: Gazetteer) -> None:
    zones = [
        Zone("title", "关于印发工业节水三年行动方案的通知"),
        Zone("body", "现将《工业节水三年行动方案》印发给你们。"),
    ]
    assert [one for one in find_mentions(zones, shipped) if one.facet == "instrument"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The plan is good.",
        "They plan to build rails and measure the results.",
        "The Institute of Financial Strategy of the Academy wrote it.",
        "The Plan was read.",
    ],
)
def test_a_type_word_alone_is_no_title(shipped: Gazetteer, text: str) -> None:
    assert found(shipped, text, "instrument") == []


def test_a_title_cites_the_law_that_it_changes(shipped: Gazetteer) -> None:
    title = "关于修改《某省湿地保护条例》的决定"
    assert [one.surface for one in found(shipped, title, "instrument", "title")] == [
        "《某省湿地保护条例》"
    ]


def test_a_notice_does_not_cite_what_it_prints(shipped: Gazetteer) -> None:
    assert found(shipped, "关于印发《某市更新办法》的通知", "instrument", "title") == []


def test_a_notice_of_several_ministries_is_cited_without_its_title(shipped: Gazetteer) -> None:
    cited = found(shipped, "住房城乡建设部等四部门近日印发通知，要求先摸底。", "instrument")
    assert [one.rule for one in cited] == ["untitled"]


@pytest.mark.parametrize(
    "text",
    [
        "依据山东半岛城市群发展规划（2021—2035年）推进。",
        "It follows the Shandong Peninsula city cluster plan (2021-2035).",
    ],
)
def test_a_plan_of_other_years_is_another_plan(shipped: Gazetteer, text: str) -> None:
    assert [one.topic_ids for one in found(shipped, text, "instrument")] == [()]


def test_a_circular_that_opens_a_sentence_is_cited(shipped: Gazetteer) -> None:
    text = "A circular given by the State Council tells provinces what to do."
    assert [one.rule for one in found(shipped, text, "instrument")] == ["untitled"]


def test_two_titles_joined_are_two(shipped: Gazetteer) -> None:
    text = (
        "They follow the Reed Saving Law of the People's Republic of China and the Regulations "
        "of Jiangsu Province on Reed Saving, which hold."
    )
    assert [one.surface for one in found(shipped, text, "instrument")] == [
        "Reed Saving Law of the People's Republic of China",
        "Regulations of Jiangsu Province on Reed Saving",
    ]


def test_measures_to_carry_out_a_law_cite_the_law(shipped: Gazetteer) -> None:
    title = "江苏省实施《中华人民共和国芦苇法》办法"
    zones = [Zone("title", title), Zone("body", "根据《中华人民共和国芦苇法》，制定本办法。")]
    mentions = find_mentions(zones, shipped)
    assert [one.zone for one in mentions if one.facet == "instrument"] == ["title", "body"]
    assert [one.rule for one in mentions if one.surface == "中华人民共和国"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Trains run along the Belt and Road.",
        "“一带一路”有芦苇。",
        "The Belt and Road Initiative grows.",
        "“一带一路”倡议有芦苇。",
    ],
)
def test_the_belt_and_road_is_a_theme(shipped: Gazetteer, text: str) -> None:
    assert slugs(shipped, text, "instrument") == set()
    assert slugs(shipped, text, "theme") == {"belt-and-road"}


def test_the_document_of_the_belt_and_road_is_an_instrument(shipped: Gazetteer) -> None:
    text = "落实《推动共建丝绸之路经济带和21世纪海上丝绸之路的愿景与行动》。"
    assert slugs(shipped, text, "instrument") == {"belt-and-road"}


def test_a_call_for_comments_cites_the_draft(shipped: Gazetteer) -> None:
    zones = [Zone("title", "关于公开征求《苏州市芦苇产业发展条例（征求意见稿）》意见的公告")]
    (draft,) = [one for one in find_mentions(zones, shipped) if one.facet == "instrument"]
    assert draft.surface == "《苏州市芦苇产业发展条例（征求意见稿）》"
