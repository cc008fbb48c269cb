"""Numbers that the words beside them tell."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from documents.ingest.lines import Line
from documents.ingest.numbers import read_numbers
from documents.ingest.numbers_worded import find_listed_body

TITLE = Line("Rules on the sharing of tugs in four ports", 1)


def number_of(line: str) -> str | None:
    return read_numbers([Line(line, 2)], [], TITLE).number.value


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("(Promulgated by Decree No. 53 of the Bay Government on May 31, 2021)", "Decree No. 53"),
        (
            "(Adopted at the 22nd meeting of the Bay Government, and promulgated by Order No.121 "
            "of the Bay Government on May 18, 2004.)",
            "Order No.121",
        ),
        ("海港税务师事务所 | 税务快讯  2023年第27期", "2023年第27期"),
        ("港口研究简报 2023年第7期", "2023年第7期"),
        ("海港学院学报 2023年第7期", None),
        ("No 1648, Harbour Discussion Papers from Bay Centre for Ports", "No 1648"),
        ("No. 12, Tug Policy Briefs", "No. 12"),
        ("Document Nº 77", "Nº 77"),
        ("Harbour.Visions, n° 121, mai 2021", "n° 121"),
    ],
)
def test_a_line_of_the_head_tells_the_number(line: str, number: str | None) -> None:
    assert number_of(line) == number


def test_a_library_names_the_series_and_the_body_of_a_paper() -> None:
    line = "No 1648, Harbour Discussion Papers from Bay Centre for Ports"
    assert find_listed_body(line) == "Bay Centre for Ports"
    assert read_numbers([Line(line, 2)], [], TITLE).series.value == "Harbour Discussion Papers"


def test_a_number_between_the_first_paragraphs_is_read() -> None:
    title = "海港市人民政府办公室关于印发拖轮共用办法的通知"
    page = (
        f"{title}\n时间:2024-05-28 19:03:05\n海港省海港市人民政府办公室\n{title}\n"
        "海府办发〔2009〕68号\n各县（市、区）人民政府，市政府各部门：\n"
        "经市政府同意，现将《拖轮共用办法》印发给你们，请认真遵照执行。\n二○○九年十一月二十三日"
    )
    assert draft_from(Page(page)).number.value == "海府办发〔2009〕68号"


def test_a_number_between_repeated_titles_and_the_text_is_read() -> None:
    title = "海港市人民政府办公室关于印发海港市拖轮共用管理办法的通知"
    rows = (
        "您的位置: 首页 » 法律资料网 » 法律法规 »", title,
        "时间:2024-05-28 19:03:05 来源: 法律资料网", "下载地址: 点击此处下载", title,
        "海港省海港市人民政府办公室", title, "海府办发〔2009〕68号",
        "各县（市、区）人民政府，市政府各部门：",
        "经市政府同意，现将《海港市拖轮共用管理办法》印发给你们，请认真遵照执行。",
        "二○○九年十一月二十三日", "海港市拖轮共用管理办法",
        "第一条 为引导四港共用拖轮，缩短等候时间，根据《海港省港口条例》，制定本办法。",
        "第二条 拖轮由四港共同调度，不得以任何理由拒绝；逾期未到的，由港口局收回。",
    )  # fmt: skip
    page = "<html><body>" + "".join(f"<p>{row}</p>" for row in rows) + "</body></html>"
    assert draft_from(Page(page, "text/html")).number.value == "海府办发〔2009〕68号"
