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


@pytest.mark.parametrize(
    "row",
    [
        "USD/EUR 0,93 ↑+0.0011 Coal 78,59 ↑+0.6 Ore 112,10 ↓-3.4 Grain 210 ↓-1.1 Brent 81 ↑+2 "
        "Nikkei 36.160 ↓-193.5 Hang Seng 16.133 ↑+0.3 Dow 38.521 ↑+1.2 Asia Dow 3.604 ↑+12.4",
        "上证指数 3042.1 ▲ 0.63 深证成指 9500.2 ▼ 0.41 恒生指数 16721.7 ▲ 1.12 人民币 7.24 ▼ 0.02 "
        "原油 78.5 ▲ 0.6 铁矿石 112.1 ▼ 3.4 焦煤 1820.0 ▼ 1.1 沪指期货 3040.0 ▲ 0.2",
    ],
)
def test_a_row_of_prices_above_a_title_begins_no_text(row: str) -> None:
    assert title_of(f"{row}\n\nPorts share tugboats\n\n{PARAGRAPH}") == "Ports share tugboats"


def test_a_title_at_the_end_of_a_trail_is_the_line_below_without_its_controls() -> None:
    trail = "Home » Ports » Water and Harbours » Tugs for Bays » News » Seven ports join the scheme"
    page = f"{trail}\nSeven ports join the scheme Bookmark and Share\n\n{PARAGRAPH}"
    assert title_of(page) == "Seven ports join the scheme"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("海湾省人民政府办公厅关于印发海湾省", "支持民营企业参与港口建设", "的若干措施的通知"),
            "海湾省人民政府办公厅关于印发海湾省支持民营企业参与港口建设的若干措施的通知",
        ),
        (
            ("海湾省交通运输厅关于支持拖轮", "共享使用的实施意见"),
            "海湾省交通运输厅关于支持拖轮共享使用的实施意见",
        ),
    ],
)
def test_an_official_title_broken_amid_its_words_is_joined_up_to_its_kind(
    lines: tuple[str, ...], title: str
) -> None:
    head = "\n\n".join(lines)
    body = (
        "海湾沿岸的四个港口将共享拖轮和引航员，散货船的等候时间预计缩短三分之一，费用由各港分担。"
    )
    page = f"{head}\n\n湾政办函〔2023〕51号\n\n各市人民政府：\n\n{body}"
    assert title_of(page) == title


@pytest.mark.parametrize(
    ("name", "beside"),
    [("Ports & Tugs", "2013-10-22 Ports & Tugs"), ("港口动态", "港口动态 2013-10-22")],
)
def test_a_head_that_names_the_section_beside_the_date_is_no_title(name: str, beside: str) -> None:
    page = (
        f"<html><head><title>{name}_Bay Holding</title></head><body><div>Six Ports Share Tugboats "
        f"in the Bay</div><div>{beside}</div><p>{PARAGRAPH}</p></body></html>"
    )
    assert title_of(page) == "Six Ports Share Tugboats in the Bay"


def test_a_heading_with_a_colon_is_no_label_and_its_value() -> None:
    title = "《海湾晨报》记者：在湾城，一条拖轮由六个港口来造"
    body = (
        "我参观了湾城的一家船厂，墙上的地图标着八十六家配套企业，最远的在北岸，最近的就在围墙外面。"
    )
    page = (
        f"<html><head><title>{title}-城市频道</title></head><body><h1>{title}</h1>"
        f"<div>2019-09-06 16:31:48 来源：海湾在线</div><p>{body}</p><p>{body}</p></body></html>"
    )
    assert title_of(page) == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "• 8 ports join the tug scheme\nSource:this site Date:3/29/2018",
            "8 ports join the tug scheme",
        ),
        ("■ 海湾四港联合开展拖轮共享\n日期：2018-03-29 来源：本站", "海湾四港联合开展拖轮共享"),
    ],
)
def test_a_lone_bullet_above_the_date_is_no_part_of_the_title(head: str, title: str) -> None:
    assert title_of(f"Interval 10 seconds\n{head}\n\n{PARAGRAPH}") == title


def test_bullets_below_each_other_are_entries_and_no_titles() -> None:
    head = "Ports share tugboats\n\n• Four ports join in\n• Two ports stay out\nMarch 29, 2018"
    assert title_of(f"{head}\n\n{PARAGRAPH}") == "Ports share tugboats"


@pytest.mark.parametrize(
    ("title", "dek"),
    [
        (
            "Tug makers weigh the price of leaving the bay",
            "Berths are cheaper inland — but the tugs of the bay share their pilots with no one",
        ),
        (
            "Why the bay built too many tugs",
            "Every mayor along the water wants more tugs than anyone has ships for",
        ),
    ],
)
def test_a_longer_line_below_a_title_tells_what_it_is_about(title: str, dek: str) -> None:
    assert title_of(f"{title}\n\n{dek}\n\n{PARAGRAPH}\n\n{PARAGRAPH}") == title


def test_the_kind_of_a_paper_and_its_year_are_no_title() -> None:
    head = "Pré-Publication, Document De Travail (Ports et Docks) Année : 2022"
    title = "Twin Harbours, One Market for Tugs: Waiting and Wages on the Rim of the Bay"
    assert title_of(f"{head}\n\n{title}\n\nAda Berg (1), Bo Lind (2)\n\n{PARAGRAPH}") == title


def test_a_title_that_goes_on_below_is_no_name_of_a_body() -> None:
    head = "China’s Local Government Funds and the\n“Bay Model”"
    assert title_of(f"{head}\n\n{PARAGRAPH}\n\n{PARAGRAPH}") == head.replace("\n", " ")
