"""Lines that fit no text: fragments in another script, rows of a menu."""

from __future__ import annotations

import pytest

from documents.ingest.lines import Line
from documents.ingest.misfits import CITATION, MENU, SPAM, find_misfits

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
