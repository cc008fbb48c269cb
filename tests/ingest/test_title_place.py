"""What stands above, below or beside a title, and how a title goes on."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from tests.ingest.test_title import PARAGRAPH, title_of


@pytest.mark.parametrize(
    "head",
    [
        "SPR Comment\n\nThe Tugs after the Boom\nWhat Is Left of the Ports of the Bay\nJune 2023",
        "Die Schlepper nach dem Boom\nWas bleibt von den Häfen der Bucht\n12. Juni 2023",
    ],
)
def test_a_line_right_below_a_title_is_its_subtitle_though_the_text_says_it_again(
    head: str,
) -> None:
    text = f"{PARAGRAPH} The boom left the bay its ports; der Boom blieb in den Häfen der Bucht."
    assert title_of(f"{head}\n\n{text}") in {
        "The Tugs after the Boom",
        "Die Schlepper nach dem Boom",
    }


def test_the_name_of_a_series_that_stands_twice_is_no_title() -> None:
    head = "Publications\nBay Staff Country Reports\n\nPublications\nBay Staff Country Reports"
    title = "The Bay: Harbour Dues After the Boom"
    page = f"{head}\n{title}\n\nPublication Date:\nAugust 9, 2024\n\n{PARAGRAPH}"
    assert title_of(page) == title


def test_the_kind_of_a_paper_is_no_part_of_its_title() -> None:
    head = "Bay Archive for Ports and the Sea Your Papers in One Place\n\nHollweg, Petra"
    citation = "Suggested Citation: Hollweg, Petra (2017) : After the Tug: What Ports Sell, Paper 6"
    page = f"{head}\n\nWorking Paper After the Tug: What Ports Sell\n\n{citation}\n\n{PARAGRAPH}"
    assert title_of(page) == "After the Tug: What Ports Sell"


@pytest.mark.parametrize(
    ("title", "others"),
    [
        ("拖轮共用：钱从哪里来", "相关研究\n《引航：涨潮之前看航道》\n2024-02-26"),
        ("Tugs: who pays for them", "Related research\nPilots: who waits for them\n2024-02-26"),
    ],
)
def test_a_related_title_with_its_date_above_the_text_is_no_title(title: str, others: str) -> None:
    text = "四个港口同意共用拖轮，散货船等候时间可减少三分之一。各港按使用量分摊费用，先试行一年。"
    assert title_of(f"2024年03月15日\n{title}\n{others}\n\n{text}\n{PARAGRAPH}") == title


@pytest.mark.parametrize(
    ("first", "day", "rest"),
    [
        ("COMMISSION IMPLEMENTING DECISION (EU) 2022/17", "of 6 May 2022", "approving the tugs"),
        ("Council Regulation (EC) No 41/2008", "of 12 March 2008", "on the tugs of the Union"),
    ],
)
def test_the_title_of_an_act_of_the_union_goes_on_below_its_day(
    first: str, day: str, rest: str
) -> None:
    page = f"Sea-Lex Access to the law of the Union\n\n{first}\n{day}\n{rest}\n\n{PARAGRAPH}"
    assert title_of(page) == f"{first} {day} {rest}"


def test_a_box_inside_the_heading_of_a_page_is_its_heading() -> None:
    page = (
        "<html><head><title>Tugs shared: Ports of the bay | Bay</title></head><body><main><h1>"
        "<div>Tugs shared: Why four ports wait no more</div></h1><p>12 June 2023</p>"
        f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></main></body></html>"
    )
    draft = draft_from(Page(page, "text/html"))
    assert draft.title.value == "Tugs shared: Why four ports wait no more"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("东湾市候鸟栖息湿地保护条例", "东湾市人大常委会"),
        ("Measures of Bay City for the Sharing of Tugs", "People's Government of Bay City"),
    ],
)
def test_a_title_that_stands_three_times_above_the_text_is_no_line_of_the_site(
    title: str, body: str
) -> None:
    text = "第一条 为了保护候鸟栖息的湿地，根据有关法律、法规的规定，结合本市实际，制定本条例。"
    page = f"{title}\n\n发布时间:2024-07-13\n\n{title}\n\n{body}\n\n{title}\n\n{text}\n{PARAGRAPH}"
    assert title_of(page) == title


def test_a_control_glued_to_a_title_is_no_part_of_it() -> None:
    text = "香港中通社3月14日電 港灣市政府與鄰市舉行會議，商定由下月起共用拖輪，散貨船無須再等候。"
    assert title_of(f"首頁 > 港灣\n港灣兩市商定共用拖輪分享到:\n{text}") == "港灣兩市商定共用拖輪"


def test_the_word_above_the_authors_of_a_paper_is_no_part_of_its_title() -> None:
    title = "Shared and Idle: What Happens to Old Tugs after the Sale"
    assert title_of(f"Article\n\n{title}\n\nby\nRui Tan\nJiachen Mu\n\n{PARAGRAPH}") == title


def test_a_section_in_the_head_of_the_page_is_no_title() -> None:
    trail = "<div>您现在的位置：首页 &gt; 统计数据 &gt; 经济信息</div>"
    text = "1—7月份，全市共有拖轮四百艘，同比增长百分之六，增速较上半年加快一个百分点，比全省略高。"
    page = (
        f"<html><head><title>经济信息</title></head><body>{trail}<h2>1—7月份海州市拖轮运行情况</h2>"
        f"<p>发布时间：2023-08-23</p><p>{text}</p><p>{text}</p></body></html>"
    )
    assert draft_from(Page(page, "text/html")).title.value == "1—7月份海州市拖轮运行情况"


def test_the_first_of_two_weak_titles_is_better_than_the_first_words_of_a_description() -> None:
    lead = (
        " date 2023-11-09 Tugs in small ports cost more for less, since crews are rare and "
        "docks are far from each other."
    )
    page = f"{lead}\n\nServing Small Ports\n\nPaying Small Ports\n\nDownload PDF\n\nShare\n"
    assert title_of(page) == "Serving Small Ports"
