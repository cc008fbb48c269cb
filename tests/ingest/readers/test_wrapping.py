"""Text that was broken at a fixed width becomes paragraphs again."""

from __future__ import annotations

from documents.ingest.readers import plain

WRAPPED = """
HARBOUR PAPERS                                               3

Inland ports were meant to bring the coast to the
interior. A second look at nine of them shows that
only those on a navigable river move more than coal
and gravel, and that trans-
port by rail needs subsidies. The others survive on

                       - 4 -

HARBOUR PAPERS                                               5

subsidies alone.

1. Findings

Ports on the river handle four times as many boxes
as those on railways.
"""


def test_broken_lines_become_paragraphs() -> None:
    texts = [line.text for line in plain.read(WRAPPED).lines if not line.running]
    assert texts[0].startswith("Inland ports were meant to bring the coast to the interior.")
    assert "and that transport by rail" in texts[0]
    assert texts[0].endswith("survive on subsidies alone.")
    assert texts[1] == "1. Findings"


def test_running_heads_and_page_numbers_are_marked() -> None:
    running = [line.text for line in plain.read(WRAPPED).lines if line.running]
    assert running == ["HARBOUR PAPERS 3", "- 4 -", "HARBOUR PAPERS 5"]


def test_chinese_lines_are_joined_without_a_blank() -> None:
    text = (
        "港口群一体化是近年来区域政策的重点，已有研究多关注港口自身\n"
        "的效率，对腹地产业的关注不足。沿海三省的二百一十四个县里，\n"
        "只有不到一半通了铁路，货物要先用卡车运到邻近的市，再装上\n"
        "火车运往码头，成本比沿江的县高出三成，这也是许多工厂不愿\n"
        "意搬进内陆的主要原因，单靠补贴改变不了，还要先把路修好再\n"
        "谈招商的事。"
    )
    (line,) = plain.read(text).lines
    assert " " not in line.text


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "头茬樱桃已经摘完，工人们正忙着装箱。\n县里提出三年内再建二十处集货点。\n记者: 宋立群"
    assert len(plain.read(text).lines) == 3


def test_a_line_keeps_the_number_it_has_on_the_page() -> None:
    page = plain.read("Title\n\n\n\nText")
    assert [page.text.split("\n")[line.at - 1] for line in page.lines] == ["Title", "Text"]


def test_a_title_directly_above_a_broken_paragraph_stays_by_itself() -> None:
    page = """
The fund holds its eighth symposium on ports and tugs
On 16 December 2023, the fund held its symposium on
the ports of the bay, with the aim of promoting the
exchange of pilots. Under the theme of ports that
share, some two hundred people came to the hall.
"""
    texts = [line.text for line in plain.read(page).lines]
    assert texts[0] == "The fund holds its eighth symposium on ports and tugs"
    assert texts[1].startswith("On 16 December 2023, the fund held its symposium on the ports")
