"""Themes are told by names, phrases, signs and cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.curation.link_store import ACCEPT_FROM
from documents.gazetteer import Zone, find_mentions, propose_links
from documents.gazetteer.phrases import read_phrases, written_out
from tests.gazetteer.reading import found, linked, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("They promote high-quality development.", "high-quality-development"),
        ("推动新旧动能转换", "new-drivers"),
        ("It funds drip irrigation.", "agri-modernization"),
        ("Apartments are let as public housing.", "housing"),
        ("建设公租房", "housing"),
        ("A ceramics cluster took shape.", "industrial-clusters"),
    ],
)
def test_a_name_or_a_phrase_is_enough(shipped: Gazetteer, text: str, theme: str) -> None:
    assert theme in slugs(shipped, text, "theme")


@pytest.mark.parametrize(
    "text",
    [
        "市发展改革、公安、社会保障、文化和旅游、行政审批等部门按照职责做好工作。",
        "住房城乡建设主管部门负责监督。",
        "Departments of Housing and Urban Development met.",
    ],
)
def test_an_office_has_the_theme_in_its_name_alone(shipped: Gazetteer, text: str) -> None:
    assert slugs(shipped, text, "theme") == set()


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("加强社会保障、文化和旅游工作。", "public-services"),
        ("发展养老服务、托育服务，由民政部门负责。", "ageing-care"),
    ],
)
def test_a_list_of_tasks_is_no_list_of_offices(shipped: Gazetteer, text: str, theme: str) -> None:
    assert theme in slugs(shipped, text, "theme")


def test_an_address_of_a_page_tells_nothing(shipped: Gazetteer) -> None:
    text = "See [this](https://example.org/biodiversity/housing) and www.shandong.example/housing."
    assert found(shipped, text) == []
    assert "biodiversity" in slugs(shipped, f"{text} It is on biodiversity.", "theme")


def test_the_law_by_which_a_rule_is_made_tells_nothing_of_the_rule(shipped: Gazetteer) -> None:
    basis = "第一条 根据《中华人民共和国土地管理法》，结合本市实际，制定本条例。"
    assert slugs(shipped, basis, "theme") == set()
    assert slugs(shipped, "会议学习《中华人民共和国土地管理法》。", "theme") == {"land-reform"}


@pytest.mark.parametrize(
    "text",
    [
        "She wanted to work in the private sector.",
        "He is opening up a terminal.",
        "It is a public service announcement.",
        "他是户籍所在地的村民。",
        "公园免费对外开放。",
    ],
)
def test_a_name_that_is_a_common_word_too_is_not_enough(shipped: Gazetteer, text: str) -> None:
    links = propose_links(find_mentions([Zone("body", text)], shipped))
    assert all(link.confidence < ACCEPT_FROM for link in links)


def test_a_cue_alone_tells_nothing_and_in_company_does(shipped: Gazetteer) -> None:
    alone = "A hospital stands near the square."
    company = "Clinics and a county hospital treat patients with chronic disease."
    assert "health-care" not in slugs(shipped, alone, "theme")
    assert "health-care" in slugs(shipped, company, "theme")


def test_a_cue_without_company_leaves_no_mention(shipped: Gazetteer) -> None:
    assert found(shipped, "A hospital stands near the square.", "theme") == []


def test_a_sign_in_the_title_is_enough(shipped: Gazetteer) -> None:
    body = Zone("body", "Nothing else is said.")
    assert "transport-links" in linked(shipped, [Zone("title", "New bus routes"), body], "theme")


@pytest.mark.parametrize(
    "text", ["办理各种业务", "黄河下游和长江上游", "She keeps two tree nurseries for street trees."]
)
def test_decoys_tell_nothing(shipped: Gazetteer, text: str) -> None:
    assert slugs(shipped, text, "theme") == set()


def test_a_pattern_is_written_out_choice_by_choice() -> None:
    assert list(written_out("(farm|fish) (pond|)s")) == [
        "farm ponds",
        "farm s",
        "fish ponds",
        "fish s",
    ]


def test_an_inflected_word_is_written_out() -> None:
    assert list(written_out("cut~")) == ["cut", "cuts", "cuted", "cuting", "cutting", "cutted"]
    assert {"carries", "carried", "carrying"} <= set(written_out("carry~"))
    assert {"buses"} <= set(written_out("bus~"))


def test_one_sign_is_enough_for_what_a_text_tells_most_of(shipped: Gazetteer) -> None:
    assert "logistics-corridors" in slugs(shipped, "Freight waits at the gate.", "theme")


def test_one_sign_is_not_enough_for_a_theme_among_many(shipped: Gazetteer) -> None:
    text = (
        "Housing and health care are public services; so is elderly care, with hospitals, nursing "
        "homes and affordable housing. Freight waits at the gate."
    )
    assert "logistics-corridors" not in slugs(shipped, text, "theme")


def test_every_theme_with_phrases_is_a_theme_of_the_vocabulary(shipped: Gazetteer) -> None:
    themes = {topic.slug for topic in shipped.topics.values() if topic.facet == "theme"}
    assert {phrase.slug for phrase in read_phrases()} <= themes | {""}


def test_no_phrase_holds_the_marks_of_a_pattern() -> None:
    assert [one.text for one in read_phrases() if set(one.text) & set("()|[]{}?*~")] == []


def test_a_german_cognate_tells_no_theme(shipped: Gazetteer) -> None:
    text = "Das Land hat die Mittel für den Park und das Museum mit der Stadt geteilt."
    assert "land-reform" not in slugs(shipped, text, "theme")


@pytest.mark.parametrize(
    "text",
    [
        "由住房城乡建设主管部门责令改正。",
        "县级以上人民政府应当公布名单。",
        "生态环境厅、财政部门和文化和旅游局参加会议。",
        "The Ministry of Education and the Department of Transport were asked.",
    ],
)
def test_the_name_of_an_office_tells_no_theme(shipped: Gazetteer, text: str) -> None:
    assert slugs(shipped, text, "theme") == set()


def test_one_weak_word_tells_nothing_however_often(shipped: Gazetteer) -> None:
    text = "The county slept. Each county came. A county left. Counties wait. One county won."
    assert slugs(shipped, text, "theme") == set()


def test_words_that_only_hint_tell_few_themes_and_a_phrase_more(shipped: Gazetteer) -> None:
    named = "Housing, tourism, talent policy, smart cities and food security count. " * 4
    assert "coal-transition" not in slugs(shipped, f"{named}Lignite and colliery.", "theme")
    assert "coal-transition" in slugs(shipped, f"{named}The just transition fund.", "theme")


def test_a_weak_word_in_two_forms_that_heads_a_text_tells_its_theme(shipped: Gazetteer) -> None:
    zones = [Zone("title", "How counties vote"), Zone("body", "A county votes. Its county.")]
    assert "county-economy" in linked(shipped, zones, "theme")
