from __future__ import annotations

from documents.exports.apa import to_apa
from tests.exports.citations import a_citation


def test_a_report_with_two_authors() -> None:
    assert to_apa(a_citation()) == (
        "Li, Z., & Wang, B. (2023, February 1). City Clusters in the Yellow River Basin "
        "(Research Report No. 16, 2023). Development Research Center. https://example.org/16"
    )


def test_no_date_is_said_so() -> None:
    assert to_apa(a_citation(authors=(), series="", number="", dated_on=None)) == (
        "Development Research Center. (n.d.). City Clusters in the Yellow River Basin. "
        "Retrieved November 24, 2026, from https://example.org/16"
    )


def test_a_date_is_given_no_finer_than_known() -> None:
    assert "(2023, February)." in to_apa(a_citation(precision="month"))
    assert "(2023)." in to_apa(a_citation(precision="year"))


def test_without_anyone_the_title_stands_first() -> None:
    cited = to_apa(a_citation(authors=(), publisher="", series="", number=""))
    assert cited.startswith("City Clusters in the Yellow River Basin. (2023, February 1).")


def test_of_more_than_twenty_authors_nineteen_and_the_last_are_named() -> None:
    names = tuple(f"Ann Author{letter}" for letter in "abcdefghijklmnopqrstu")
    cited = to_apa(a_citation(authors=names))
    assert "Authors, A., … Authoru, A. (2023" in cited
    assert "Authort" not in cited
