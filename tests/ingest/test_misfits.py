"""Lines that fit no text: fragments in another script, rows of a menu."""

from __future__ import annotations

import pytest

from documents.ingest.furniture import TRAIL
from documents.ingest.lines import Line
from documents.ingest.misfits import CITATION, COMES_BACK, MENU, SPAM, find_misfits
from documents.ingest.readers.plain import read

TEXT = "Four ports on the rim of the bay have agreed to share their tugboats from next year on."


def rule_of(line: str, around: str = TEXT) -> str:
    lines = [Line(line, 1), *(Line(around, at) for at in range(2, 6))]
    return dict(find_misfits(lines)).get(1, "")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("高清影院大全,免费小说阅读,热门短剧推荐,最新番剧合集", SPAM),
        ("高清影院|免费小说阅读|热门短剧推荐|最新番剧合集|", SPAM),
        ("NEWS Local Business Events Life Photos Specials Video Success Stories", MENU),
        ("首页 成果 专家 活动", MENU),
        ("Über uns Projekte Publikationen Presse", MENU),
        ("Accueil Actualités Agenda Contact", MENU),
        (
            "Wu, Z. (2018) Do Ports Share Tugs? Journal of the Bay, 6, 120-132. doi: 10.1/x.",
            CITATION,
        ),
        ("Yangtze River Delta Rail Freight Jumps", ""),
        ("The State Council (国务院) issued the plan.", ""),
    ],
)
def test_a_line_in_an_english_page_is_a_misfit_by_its_form(line: str, rule: str) -> None:
    assert rule_of(line) == rule


def test_chinese_names_in_a_row_belong_to_a_chinese_page() -> None:
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    assert rule_of("济南、青岛、烟台、潍坊等城市共同参与首批试点工作", text) == ""


def marks_of(*rows: str) -> dict[int, str]:
    return dict(find_misfits(read("\n".join(rows)).lines))


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("Subscribe  Media  Open Calls", MENU),
        ("简体版  繁體版  日本語  한국어", MENU),
        ("Home   Research   Working Papers   Opening the Gate to the Harbours: Tugs…", TRAIL),
        ("Nora Falk   October 4, 2021", ""),
        ("Nora Falk   Marco Rossi   Chen Yufei", ""),
        ("Volume  1,200  3.4%", ""),
    ],
)
def test_items_set_apart_by_gaps_outside_the_text_are_a_menu(row: str, rule: str) -> None:
    assert marks_of(row, TEXT, TEXT).get(1, "") == rule


def test_a_row_of_a_table_within_the_text_is_no_menu() -> None:
    assert marks_of(TEXT, "Harbour\tBerth\tTug", TEXT) == {}


def test_a_short_line_that_comes_three_times_is_the_site_s() -> None:
    marks = marks_of("Asset-Portlet", "Ports", "Asset-Portlet", TEXT, TEXT, "Asset-Portlet")
    assert [marks.get(at) for at in (1, 2, 3, 6)] == [COMES_BACK, None, COMES_BACK, COMES_BACK]


def test_a_sentence_that_comes_back_stays() -> None:
    assert marks_of(*["All ports agree to it."] * 3) == {}


def test_a_name_with_the_number_of_the_page_is_the_head_of_a_printed_page() -> None:
    marks = marks_of("Halvard & Storm", TEXT, "Halvard & Storm 2", TEXT, "Annex 3", TEXT)
    assert marks == {3: COMES_BACK}
