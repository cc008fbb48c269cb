from __future__ import annotations

import pytest

from documents.exports.gbt7714 import to_gbt7714
from tests.exports.citations import a_citation


def test_a_report_is_cited_as_the_standard_has_it() -> None:
    assert to_gbt7714(a_citation()) == (
        "LI Z, WANG B. City Clusters in the Yellow River Basin: Research Report, No. 16, 2023"
        "[R/OL]. Development Research Center, 2023(2023-02-01)[2026-11-24]. https://example.org/16."
    )


def test_chinese_authors_stay_whole_and_more_than_three_are_cut() -> None:
    cited = to_gbt7714(a_citation(language="zh", authors=("李佐军", "王炳文", "荀光新", "陈一鸣")))
    assert cited.startswith("李佐军, 王炳文, 荀光新, 等. ")


def test_without_authors_the_publisher_stands_first_and_once() -> None:
    cited = to_gbt7714(a_citation(kind="news", authors=(), series="", number=""))
    assert cited == (
        "Development Research Center. City Clusters in the Yellow River Basin[N/OL]. "
        "(2023-02-01)[2026-11-24]. https://example.org/16."
    )


@pytest.mark.parametrize(("language", "unknown"), [("en", "[n.d.]"), ("zh", "[日期不详]")])
def test_an_undated_record_says_so_beside_the_day_of_retrieval(language: str, unknown: str) -> None:
    cited = to_gbt7714(a_citation(authors=(), dated_on=None, language=language))
    assert f"[R/OL]. {unknown}[2026-11-24]. https" in cited


@pytest.mark.parametrize(
    ("kind", "number", "letter"),
    [
        ("report", "No. 16, 2023", "R"),
        ("brief", "", "R"),
        ("news", "", "N"),
        ("release", "", "EB"),
        ("policy", "国发〔2021〕23号", "EB"),
        ("policy", "GB/T 7714-2015", "S"),
        ("policy", "DB37/T 4219", "S"),
    ],
)
def test_each_kind_has_its_letter(kind: str, number: str, letter: str) -> None:
    assert f"[{letter}/OL]" in to_gbt7714(a_citation(kind=kind, number=number))


def test_a_policy_is_its_issuing_bodies_own() -> None:
    cited = to_gbt7714(
        a_citation(
            kind="policy",
            language="zh",
            title="成渝地区双城经济圈建设规划纲要",
            authors=(),
            bodies=("中共中央", "国务院"),
            publisher="新华社",
            series="",
            number="",
            precision="month",
        )
    )
    assert cited == (
        "中共中央, 国务院. 成渝地区双城经济圈建设规划纲要[EB/OL]. "
        "新华社, 2023(2023-02)[2026-11-24]. https://example.org/16."
    )


def test_the_whole_date_follows_the_name_of_a_newspaper() -> None:
    cited = to_gbt7714(a_citation(kind="news", series="", number=""))
    assert "[N/OL]. Development Research Center, 2023-02-01[2026-11-24]. https" in cited


def test_an_organisation_is_not_put_in_capitals() -> None:
    cited = to_gbt7714(a_citation(authors=("Ministry of Finance",)))
    assert cited.startswith("Ministry of Finance. City")
