"""Who wrote a page, and where they work."""

from __future__ import annotations

import pytest

from documents.ingest.byline import (
    find_glued_byline,
    read_byline,
    read_han_office,
    read_pen_names,
    starts_byline,
)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Yuan Sheng ( China Daily )", [("Yuan Sheng", ("China Daily",))]),
        (
            "By ZHAO RUI in Jinan | China Daily | Updated: 2022-01-07 08:24",
            [("ZHAO RUI", ("China Daily",))],
        ),
        (
            "Jonas Weid (Rhine Institute) and Liv Aasen (University of Bergen)",
            [("Jonas Weid", ("Rhine Institute",)), ("Liv Aasen", ("University of Bergen",))],
        ),
        ("By Xinhua writers Guo Yan and Pan Lei", [("Guo Yan", ()), ("Pan Lei", ())]),
        ("von Max Brandner, Hamburg", [("Max Brandner", ())]),
        ("Par Jeanne Dupont", [("Jeanne Dupont", ())]),
        ("高 国 力", [("高国力", ())]),
        ("冯 婧,江孝君,杨青山", [("冯婧", ()), ("江孝君", ()), ("杨青山", ())]),
        ("汤梦玲李仙", [("汤梦玲", ()), ("李仙", ())]),
        (
            "作者：张三（北京大学）、李四（清华大学）",
            [("张三", ("北京大学",)), ("李四", ("清华大学",))],
        ),
        ("邵立言 祝晓棠", [("邵立言", ()), ("祝晓棠", ())]),
        ("宋立群/文图", [("宋立群", ())]),
        ("文/秦可 图/罗一鸣 审核/邓宪成", [("秦可", ())]),
        ("Commentary by Bethany Okafor", [("Bethany Okafor", ())]),
        ("Auteur(s) Jeanne Dupont", [("Jeanne Dupont", ())]),
        ("庄伯言/韦清和(联系人)", [("庄伯言", ()), ("韦清和", ())]),
        (
            "Dr Ada Berg, Chair of Ports, University of Kalmar; Professor Bo Lind, Harbour Academy",
            [("Ada Berg", ("University of Kalmar",)), ("Bo Lind", ("Harbour Academy",))],
        ),
    ],
)
def test_a_byline_is_read(line: str, people: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.name, one.affiliations) for one in read_byline(line)] == people


def test_group_and_institution_are_shared_by_the_names_before_them() -> None:
    shared = "Li Hua and Wang Wei, Research Team on Ports, Institute for Trade DRC"
    line = f"By {shared}; Xu Min, Port Academy"
    first, second, third = read_byline(line)
    assert (first.group, first.affiliations) == (
        "Research Team on Ports",
        ("Institute for Trade DRC",),
    )
    assert (second.group, second.affiliations) == (first.group, first.affiliations)
    assert (third.name, third.group, third.affiliations) == ("Xu Min", "", ("Port Academy",))


@pytest.mark.parametrize(
    ("value", "names"),
    [("老汤", ["老汤"]), ("丌若兰、阿布", ["丌若兰", "阿布"]), ("本刊编辑部", []), ("佚名", [])],
)
def test_a_label_names_people_of_any_surname(value: str, names: list[str]) -> None:
    assert [one.name for one in read_pen_names(value)] == names


def test_a_byline_glued_to_a_date_is_found() -> None:
    assert find_glued_byline("May 22,2020 ByYuxi Gu") == "By Yuxi Gu"
    assert find_glued_byline("22 May 2020 by Yuxi Gu") == "By Yuxi Gu"
    assert (
        find_glued_byline("Updated: May 22, 2020 By Yuxi Gu bay.example.cn Print") == "By Yuxi Gu"
    )
    assert find_glued_byline("Workshops run by Laid-off Workers") == ""


@pytest.mark.parametrize("line", ["By 2025 the rail link will open", "by the end of the year"])
def test_a_sentence_with_by_is_no_byline(line: str) -> None:
    assert not (starts_byline(line) and read_byline(line))


def test_an_institute_before_names_is_theirs() -> None:
    people = read_han_office("国家港口研究中心航运研究所 邹广宁 屠梦麟")
    assert [one.name for one in people] == ["邹广宁", "屠梦麟"]
    assert {one.affiliations for one in people} == {("国家港口研究中心航运研究所",)}
