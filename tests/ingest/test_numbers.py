"""Numbers, series and totals, and the titles they stand beside."""

from __future__ import annotations

import pytest

from documents.ingest.labels import pairs_in
from documents.ingest.lines import Line
from documents.ingest.numbers import find_official, is_number_line, read_numbers, split_title


@pytest.mark.parametrize(
    ("line", "series", "number", "total"),
    [
        (
            "Research Report, No.16 2023 (Total 6965) 2023-2-1",
            "Research Report",
            "No.16 2023",
            6965,
        ),
        ("China Economy Papers No. 118", "China Economy Papers", "No. 118", None),
        ("Pressemitteilung Nr. 112/2023", "Pressemitteilung", "Nr. 112/2023", None),
        ("内政办发〔2022〕77号", None, "内政办发〔2022〕77号", None),
        ("Doc. No. Jianban [2021] No. 17", None, "Jianban [2021] No. 17", None),
        ("国发[2022]18号", None, "国发[2022]18号", None),
        ("鄂政發〔2018〕26號", None, "鄂政發〔2018〕26號", None),
        ("（国发﹝2022﹞18号）", None, "国发﹝2022﹞18号", None),
        ("中华人民共和国国务院令第752号", None, "中华人民共和国国务院令第752号", None),
        ("Xiangzhengfa (2023) No. 6", None, "Xiangzhengfa (2023) No. 6", None),
        ("2021年第3期（总第215期）", None, "2021年第3期", 215),
        ("[文章编号]1671-8372(2021)03-0045-09", None, "1671-8372(2021)03-0045-09", None),
        ("Port Research Working Paper 9876", "Port Research Working Paper", "9876", None),
        ("Bay Fund Working Paper WP/23/12", "Bay Fund Working Paper", "WP/23/12", None),
        ("晋港办发 (2019〕44 号", None, "晋港办发〔2019〕44号", None),
        ("Az. 46-8312/11", None, "Az. 46-8312/11", None),
        ("Order No. 9 of 2021 of the Ministry of Ferries", None, "Order No. 9 of 2021", None),
        ("COMMISSION DECISION (EU) 2022/2417", None, "(EU) 2022/2417", None),
        ("Annual Report 2023", None, None, None),
        ("IP/23/2581", None, "IP/23/2581", None),
    ],
)
def test_the_numbering_of_a_line_is_read(
    line: str, series: str | None, number: str | None, total: int | None
) -> None:
    found = read_numbers([Line(line, 1)], [], None)
    assert (found.series.value, found.number.value, found.total.value) == (series, number, total)


@pytest.mark.parametrize(
    ("written", "title", "number"),
    [
        ("Turn Cities Green (No.41, 2022)", "Turn Cities Green", "No.41, 2022"),
        (
            "关于印发《方案》的通知(宜府办发〔2020〕31号)",
            "关于印发《方案》的通知",
            "宜府办发〔2020〕31号",
        ),
        (
            "国发〔2022〕18号 国务院关于港口的指导意见",
            "国务院关于港口的指导意见",
            "国发〔2022〕18号",
        ),
        ("Ports (a second look) in brief", "Ports (a second look) in brief", ""),
    ],
)
def test_a_number_leaves_the_title(written: str, title: str, number: str) -> None:
    assert split_title(written) == (title, number)


@pytest.mark.parametrize(
    "line", ["In 2022 four agencies named eight hubs.", "No more than 12 percent", "12 000 homes"]
)
def test_a_figure_in_a_sentence_is_no_number(line: str) -> None:
    assert not is_number_line(line)


def test_the_number_behind_the_named_title_is_its_own() -> None:
    title = Line("市政府印发《关于港城融合的意见》", 1)
    own = Line("近日，市政府印发《关于港城融合的意见》（滨政发〔2021〕9号）。", 3)
    other = Line("为落实《省政府关于技改的意见》（鲁政发〔2022〕11号），制定本意见。", 3)
    assert read_numbers([], [], title, [own]).number.value == "滨政发〔2021〕9号"
    assert read_numbers([], [], title, [other]).number.value is None


def test_an_official_number_is_found_in_a_sentence() -> None:
    assert find_official("依据工信部企业〔2022〕119号文件") == "依据工信部企业〔2022〕119号"


def test_the_number_of_the_text_that_a_page_explains_is_not_its_own() -> None:
    title = Line("《关于港城融合的意见》政策解读", 1)
    opening = Line("近日，市政府印发《关于港城融合的意见》（滨政发〔2021〕9号）。", 3)
    assert read_numbers([], [], title, [opening]).number.value is None


def test_the_issue_of_the_journal_that_a_label_names_is_a_number() -> None:
    line = Line("来源：《海港》2022年第26期", 2)
    found = read_numbers([], pairs_in(line), None)
    assert (found.number.value, found.number.rule) == ("2022年第26期", "issue of the source")


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("COMMISSION DECISION (EU) 2022/2417 of 6 December 2022 on tugs", "(EU) 2022/2417"),
        ("What Regulation (EU) 2022/2417 means for tugs", None),
        ("Harbour Letters #86: Two quays, one crane", "#86"),
        ("Bay City is #1 in tugs", None),
    ],
)
def test_the_issue_of_a_letter_and_the_number_of_an_act_stand_in_the_title(
    title: str, number: str | None
) -> None:
    assert read_numbers([], [], Line(title, 1)).number.value == number


def test_a_citation_behind_a_register_s_number_is_no_part_of_it() -> None:
    line = Line("PUBLISHED DOCUMENT: 2023-10412 (88 FR 31290)", 2)
    assert read_numbers([line], pairs_in(line), Line("Request", 1)).number.value == "2023-10412"


def test_the_text_behind_a_lead_has_its_number_below_its_title() -> None:
    number = "海发改区域〔2021〕136号"
    texts = ["两市联合印发方案。以下为全文：", "港口协同分工方案", number, "为推进协同，制定方案。"]
    body = [Line(text, at) for at, text in enumerate(texts, 3)]
    assert read_numbers([], [], Line("港口方案出台", 1), body).number.value == number
    assert read_numbers([], [], Line("港口方案解读", 1), body).number.value is None
