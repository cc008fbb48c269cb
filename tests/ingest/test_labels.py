"""What "label: value" lines give, in their many forms."""

from __future__ import annotations

import pytest

from documents.ingest.labels import before_labels, pairs_in, read_pairs
from documents.ingest.lines import Line


def pairs(text: str) -> list[tuple[str, str]]:
    return [(pair.field, pair.value) for pair in pairs_in(Line(text))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "来源:某市人民政府网 日期:2020-07-09 16:30 字号:【",
            [("source", "某市人民政府网"), ("posted", "2020-07-09 16:30"), ("other", "")],
        ),
        (
            "Source: Agency| 2020-10-22 21:14:46|Editor: yan",
            [("source", "Agency| 2020-10-22 21:14:46"), ("editor", "yan")],
        ),
        (
            "06/07/2024 | Posted by: editor3 | Source: River Fund | Hits: 211",
            [("editor", "editor3"), ("source", "River Fund"), ("other", "211")],
        ),
        ("(| Updated : 2024-05-31", [("updated", "2024-05-31")]),
        ("[关键词]产业;城市群", [("keywords", "产业;城市群")]),
        ("關鍵詞：產業；城市群", [("keywords", "產業；城市群")]),
        ("Veröffentlicht am: 3. Mai 2022", [("posted", "3. Mai 2022")]),
        ("Mots-clés : fleuves, ports", [("keywords", "fleuves, ports")]),
        ("Source: MOFCOM Type: Original", [("source", "MOFCOM")]),
        ("Decision by: Li Hua, Mayor", [("other", "Li Hua, Mayor")]),
        ("Words by: Li Hua", [("author", "Li Hua")]),
        ("作者｜老汤 编辑｜小满 数据｜圈圈", [("author", "老汤")]),
        ("dc.title Tugs in the bay en", [("title", "Tugs in the bay")]),
        ("dc.date.issued 2020-11 -", [("posted", "2020-11")]),
        ("dc.contributor.author Rossi, Ada", [("author", "Rossi, Ada")]),
        ("dc.type Working Paper en_US", [("other", "Working Paper")]),
    ],
)
def test_pairs_are_read(line: str, found: list[tuple[str, str]]) -> None:
    assert pairs(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "Data centers move west: and so do subsidies",
        "He was asked about the source: it was a letter.",
    ],
)
def test_a_colon_in_a_sentence_is_no_label(line: str) -> None:
    assert pairs(line) == []


def test_a_label_alone_takes_the_next_line() -> None:
    lines = [Line("• 发文字号:", 1), Line("某政发〔2023〕19号", 3)]
    assert [(pair.field, pair.value, pair.line.at) for pair in read_pairs(lines)] == [
        ("number", "某政发〔2023〕19号", 3)
    ]


def test_a_cell_of_an_index_table_is_a_label_without_a_colon() -> None:
    lines = [Line("成文日期", 1), Line("2022-05-12", 3)]
    assert [(pair.field, pair.value) for pair in read_pairs(lines)] == [("issued", "2022-05-12")]


def test_a_counter_without_a_value_takes_no_other_line() -> None:
    lines = [Line("浏览量:", 1), Line("各区人民政府，市政府各部门：", 2)]
    assert list(read_pairs(lines)) == []


def test_what_stands_before_the_first_label_is_kept_apart() -> None:
    assert before_labels("2022-01-07 08:24 来源：某报").strip() == "2022-01-07 08:24"


def test_who_speaks_at_a_press_conference_is_no_label() -> None:
    assert pairs_in(Line("Host: That is all for today. Thank you, everyone.", 1)) == []
    assert pairs_in(Line("海港日报记者：四个港口将如何共用拖轮？会不会关闭老码头？", 1)) == []
    assert [pair.field for pair in pairs_in(Line("本报记者：张三 李四", 1))] == ["author"]
    assert [pair.field for pair in pairs_in(Line("分析师：张三（S16605）", 1))] == ["author"]


def test_labels_stand_behind_the_name_and_the_address_of_a_site() -> None:
    line = Line(
        "海港县人民政府 www.haigang.gov.cn 发布时间：2024-03-28 来源：县人社局 【字号：大 中 小】",
        1,
    )
    fields = [pair.field for pair in pairs_in(line)]
    assert fields[:2] == ["posted", "source"]


def test_cells_of_a_table_are_labels_and_values_by_turns() -> None:
    row = ("发布机构", "某市人民政府", "发文日期", "2022-03-16", "主 题 词")
    found = [(pair.field, pair.value) for pair in pairs_in(Line(" ".join(row), 1, parts=row))]
    assert found == [("issuer", "某市人民政府"), ("issued", "2022-03-16")]


def test_a_row_of_a_menu_is_no_row_of_labels() -> None:
    row = ("Topics", "Views", "Share")
    assert pairs_in(Line(" ".join(row), 1, parts=row)) == []


def test_several_words_without_a_colon_are_the_label_of_the_next_line() -> None:
    lines = [Line("Publication date", 1), Line("May 5, 2023", 2), Line("Place", 3), Line("Bay", 4)]
    assert [(pair.field, pair.value) for pair in read_pairs(lines)] == [("posted", "May 5, 2023")]
