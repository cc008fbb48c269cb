"""Quantities are read with unit, sense, sentence and the year they are due."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from documents.gazetteer import Zone, find_figures


def figures(text: str) -> list[tuple[float, str]]:
    return [(one.value, one.unit) for one in find_figures([Zone("body", text)])]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It covers 75% of China's population.", (75, "%")),
        ("More than 45,000 SMEs operate there.", (45000, "SMEs")),
        ("The plan carries 62.8 billion yuan.", (62.8, "billion yuan")),
        ("a $160 million loan", (160, "million USD")),
        ("€31.5 million from the fund", (31.5, "million EUR")),
        ("About 12 000 homes switch.", (12000, "homes")),
        ("Six resource-based cities supply coal.", (6, "cities")),
        ("no more than 70 minutes", (70, "minutes")),
        ("大樱桃面积12.6万亩", (12.6, "万亩")),
        ("产值达到31亿元", (31, "亿元")),
        ("带动4.8万户农户", (4.8, "万户")),
        ("单位产值能耗下降12%", (12, "%")),
        ("建成5家标杆园区", (5, "家")),
        ("建设十二个园区", (12, "个")),
        ("Es sind 48,6 Millionen Euro für die Lausitz.", (48.6, "Millionen Euro")),
        ("keep the ratio below 1.2.", (1.2, "")),
        ("It has taken on 900 people.", (900, "people")),
        ("月租三百元", (300, "元")),
        ("九千人受益", (9000, "人")),
        ("增产百分之三十", (30, "%")),
        ("百分之七点八", (7.8, "%")),
        ("投资二亿五千万元", (250_000_000, "元")),
        ("产粮一万二千亿斤", (1_200_000_000_000, "斤")),
        ("有35条河", (35, "条")),
        ("自受理之日起十个工作日内", (10, "个工作日")),
        ("三年内完成", (3, "年")),
        ("It covers 185,000 square km.", (185000, "square km")),
        ("Es fehlen rund 80.000 Fachkräfte in der Pflege.", (80000, "Fachkräfte")),
        ("Daten aus 628 Mittelstädten", (628, "Mittelstädten")),
        ("It lends PLN 680 million.", (680, "million PLN")),
        ("a grant of HK$2 billion", (2, "billion HKD")),
        ("They pay 60 basis points less.", (60, "basis points")),
        ("預計可容納約250萬人口", (250, "萬人")),
        ("預留37公頃土地作創科用途", (37, "公頃")),
        ("Only six of the eight cities met.", (6, "cities")),
        ("A loan of EUR210 million came.", (210, "million EUR")),
        ("They will invest CNY12.6 billion.", (12.6, "billion CNY")),
        ("It carries debt of Rmb41bn.", (41, "bn CNY")),
        ("Some 1,940 Hongkongers have moved.", (1940, "Hongkongers")),
        ("Some 20,000 sheep graze there.", (20000, "sheep")),
        ("45 Teilnehmerinnen sprachen.", (45, "Teilnehmerinnen")),
        ("授信期限25年。", (25, "年")),
        ("A 523-kilometer line opens.", (523, "kilometer")),
        ("They back the £450m scheme.", (450, "million GBP")),
        ("They receive 52 pence each.", (52, "pence")),
        ("有效期三年，期满复核。", (3, "年")),
        ("资金到账后30日内下达", (30, "日")),
        ("前三季度开行班列2900列", (2900, "列")),
        ("全市1900名职工转岗", (1900, "名")),
        ("黑土层恢复了1.9厘米", (1.9, "厘米")),
        ("产能已达46GWh", (46, "GWh")),
        ("Die Stadt mit 50.000 Einwohnern und der Bund", (50000, "Einwohnern")),
    ],
)  # fmt: skip
def test_a_quantity_is_read_as_written(text: str, figure: tuple[float, str]) -> None:
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "On January 16, 2023, they met.",
        "The 3+5 City Cluster Struggles",
        "三条路径",
        "Research Report No. 16 of 2023",
        "鲁政发〔2022〕11号",
        "2023年10月1日起施行",
        "the first train at 6 a.m.",
        "The two cities agreed.",
        "1. Overall requirements",
        "It grew from 2018 until 2021.",
        "一个园区",
    ],
)
def test_dates_numbers_of_documents_and_lists_count_nothing(text: str) -> None:
    assert figures(text) == []


def test_a_figure_has_its_place_its_sentence_and_what_it_counts() -> None:
    text = "It rained. The first list covers 57 institutions with 25,700 beds. It ended."
    one, two = find_figures([Zone("body", text)])
    assert text[one.start : one.end] == one.as_written == "57 institutions"
    assert one.quote == "The first list covers 57 institutions with 25,700 beds."
    assert one.what == "institutions with 25,700 beds"
    assert two.what == "beds"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("By 2025 it needs 70 minutes.", 2025),
        ("It is to reach 68 percent by the end of 2030.", 2030),
        ("到2025年，能耗下降12%。", 2025),
        ("2030年前建成5家园区。", 2030),
        ("It had 70 members in 2021.", None),
    ],
)
def test_a_target_has_its_year(text: str, year: int | None) -> None:
    assert find_figures([Zone("body", text)])[0].due_year == year


def test_a_figure_in_traditional_characters_keeps_them() -> None:
    [one] = find_figures([Zone("body", "產值達到31億元。")])
    assert (one.unit, one.what, one.as_written, one.quote) == (
        "億元",
        "產值",
        "31億元",
        "產值達到31億元。",
    )


def test_a_corrected_figure_is_not_taken_for_a_right_one() -> None:
    assert figures("An earlier version of this article gave it as 62.8 billion yuan.") == []


@given(st.text(alphabet="12,. %$万个 ab\n年three", max_size=60))
def test_offsets_slice_to_the_figure(text: str) -> None:
    for one in find_figures([Zone("body", text)]):
        assert text[one.start : one.end] == one.as_written
        assert one.as_written in one.quote


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It helps three to five million people.", [3, 5]),
        ("The wait fell from 19 to 12 minutes.", [19, 12]),
        ("投资3至5亿元", [3, 5]),
    ],
)
def test_both_ends_of_a_range_have_its_unit(text: str, values: list[float]) -> None:
    found = find_figures([Zone("body", text)])
    assert [one.value for one in found] == values
    assert len({one.unit for one in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It grew over the past 30 years.",
        "He came three months ago.",
        "See DOI: 10.1007/s11442-015-1216-5.",
        "The file of 2.27 MB is here.",
        "It conforms to the Revised 508 Standards of the board.",
        "They are in the Top 20 pages of all.",
        "和平共处五项原则和“四个意识”",
        "百家争鸣",
        "经历了40余年的增长",
    ],
)
def test_these_numbers_count_nothing_either(text: str) -> None:
    assert find_figures([Zone("body", text)]) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("By 2020 the population of the peninsula will amount to over 103 million.", "population"),
        ("It approved a $160 million loan.", "loan"),
        ("全国财政收入达到2.17万亿元", "全国财政收入"),
        ("中央财政支出4.47万亿元，年均增长23.5%", "中央财政支出年均增长"),
    ],
)
def test_what_is_counted_is_a_noun(text: str, what: str) -> None:
    assert find_figures([Zone("body", text)])[-1].what.startswith(what)


def test_what_is_cut_or_used_is_what_a_measure_measures() -> None:
    text = (
        "The berths save 3,200 metric tons of fuel a year and cut carbon dioxide emissions "
        "by 9,800 tons."
    )
    found = find_figures([Zone("body", text)])
    assert [(one.value, one.what) for one in found][-1] == (9800, "carbon dioxide emissions")
    assert "carbon" not in found[0].what
