"""The names by which sites call themselves, weighed from several weak signs."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from

TITLE = "Four ports on the bay will share their tugboats"
TEXT = (
    "The four ports on the rim of the bay have agreed to share their tugboats, which is expected "
    "to cut waiting times for bulk carriers by a third."
)


def source_of(head: str = "", tail: str = "") -> str | None:
    page = "\n".join([head, TITLE, "May 4, 2022", *[TEXT] * 4, tail]).strip()
    return draft_from(Page(page)).source.value


@pytest.mark.parametrize(
    ("head", "tail", "source"),
    [
        ("Cookies on HARBOUR.NET", "About Harbour\n© 2020 Harbour Media Group Inc.", "Harbour"),
        ("Physics\nMathematics", "Tugwell Magazine® © 2024", "Tugwell Magazine"),
        ("Tugwell China — Client Note", "Confidential: for clients of Tugwell only", "Tugwell"),
        ("", "Share\nCompiled by the Bay Policy Archive", "Bay Policy Archive"),
        ("Tugwell Style Research Notes", "© 2023", "Tugwell Style Research Notes"),
        ("", "© 2020\nThe Tugwell Trust is committed to quality and to harbours.", "Tugwell Trust"),
        (
            "PEOPLE   PRACTICES   INSIGHTS",
            "Contacts\n© 2022 Tugwell Haddad LLP. All rights reserved. | Privacy | Cookies",
            "Tugwell Haddad LLP",
        ),
        ("", "desk@tugwell.org\nTugwell\nPrivacy", "Tugwell"),
        ("海港网首页   新闻   时政", "关于我们", "海港网"),
        ("", "版权声明:本文版权归海港中文网所有,未经允许任何单位或个人不得转载", "海港中文网"),
        ("BSI - Bay Institute of Ports and Tugs Inc.", "", "Bay Institute of Ports and Tugs"),
        ("A Notice by the Harbour Administration on 05/16/2023", "", "Harbour Administration"),
        ("", "Thanks for reading The Bay Brief! Share", "The Bay Brief"),
        ("Welcome to this issue of The Bay Brief. We pick two stories.", "", "The Bay Brief"),
        ("Press corner\nWelcome to the BDB's press corner. Here you find our news.", "", "BDB"),
        ("HarbourLII [Home] [Databases] [Search] [Feedback]\nHome > Acts", "", "HarbourLII"),
        (
            "港口业务部\n当前位置：首页 > 专业领域 > 港口业务部",
            "地址：某某路8号\n海港恒正律师事务所 版权所有",
            "海港恒正律师事务所",
        ),
        ("DATA AND POLICY", "About Data and Policy\n© 2021 Data and Policy", "Data and Policy"),
    ],
)
def test_signs_that_are_weak_alone_name_the_site_together(
    head: str, tail: str, source: str
) -> None:
    assert source in (source_of(head, tail) or "")


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Analysis – Subscribers", ""),
        ("Policy brief", "Sponsored Links"),
        ("Next Article in Journal\nQuays and Cranes of the North", "Newer Posts Older Posts"),
        ("• GL\nChoose your location?", "English Version\n关注该公众号"),
        ("", "本文版权归原作者所有"),
        ("Press Room", "下一条：港口债券周报（第11期）\n港口债券周报（第11期）"),
        ("Next Article in Journal\nPrevious Article in Journal", "Left navigation"),
        ("Four ports on the Bay Bank share tugboats", ""),
        ("1Bay University of Ports, Bay City", ""),
        ("", "Contact Us\nHelp and Contact Us\nAd Choices"),
        ("", "Copyright infringement\nPortions of this content are © 2019 by contributors."),
        ("RIVER POLICY SERIES   WORKING PAPER 27", ""),
        ("", "Lin Falk is a senior fellow at the Tugwell Institute."),
    ],
)
def test_words_of_every_site_name_none(head: str, tail: str) -> None:
    assert source_of(head, tail) is None


def test_a_line_of_a_menu_is_parted_before_a_name_is_sought_in_it() -> None:
    head = "TBB\nAbout TBB  What We Do  Projects  Opportunities  News & Events"
    assert source_of(head) == "TBB"


def test_a_chart_s_source_in_the_midst_of_the_text_is_not_the_page_s() -> None:
    page = (
        f"Tugwell Institute\n{TITLE}\nMay 4, 2022\n{TEXT}\nSource: Bureau of Harbours\n{TEXT}\n"
        "© Tugwell Institute"
    )
    assert draft_from(Page(page)).source.value == "Tugwell Institute"


def test_a_journal_s_name_stands_before_the_year_and_the_issue() -> None:
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    page = f"海港论丛 . 2022 (02) 查看该刊\n港口共用拖轮的成效研究\n2022-04-15\n{text}\n{text}"
    assert draft_from(Page(page)).source.value == "海港论丛"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("0 Comment(s) Print E-mail Xinhua, May 24, 2022", "Xinhua"),
        ("2018-09-03 06:52:00  来源：海港日报  我要评论", "海港日报"),
        ("来源：海港新闻 ∙ 湾区政商 >", "海港新闻"),
        ("本文来自微信公众号“海港看台”，作者：谭小渡，编辑：陈花。", "海港看台"),
        ("海港经济观察记者 万之 青岛报道", "海港经济观察"),
        ("（图片来源：视觉中国）", None),
    ],
)
def test_a_line_below_the_title_names_the_source_and_no_more(line: str, source: str | None) -> None:
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    page = f"港口共用拖轮的第一年，等待时间缩短三分之一\n{line}\n{text}\n{text}\n{text}"
    assert draft_from(Page(page)).source.value == source


def test_a_department_alone_yields_to_the_body_whose_site_it_is() -> None:
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    page = (
        f"海西省商务厅\n首页 > 动态\n港口共用拖轮的第一年\n来源：流通处 2022-05-04\n{text}\n{text}"
    )
    assert draft_from(Page(page)).source.value == "海西省商务厅"
