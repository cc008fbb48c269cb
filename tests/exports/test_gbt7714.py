from __future__ import annotations

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


def test_an_undated_record_has_the_day_of_retrieval_only() -> None:
    cited = to_gbt7714(a_citation(authors=(), dated_on=None))
    assert "[R/OL]. [2026-11-24]." in cited
