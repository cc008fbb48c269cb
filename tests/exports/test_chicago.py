from __future__ import annotations

from documents.exports.chicago import to_chicago
from tests.exports.citations import a_citation


def test_only_the_first_author_is_inverted() -> None:
    assert to_chicago(a_citation()) == (
        "Li, Zuojun, and Bingwen Wang. “City Clusters in the Yellow River Basin.” "
        "Research Report No. 16, 2023. Development Research Center, February 1, 2023. "
        "https://example.org/16."
    )


def test_without_authors_the_publisher_stands_first_and_once() -> None:
    cited = to_chicago(a_citation(authors=()))
    assert cited.startswith("Development Research Center. “City")
    assert cited.count("Development Research Center") == 1


def test_an_undated_text_has_the_day_of_access() -> None:
    cited = to_chicago(a_citation(dated_on=None, series="", number=""))
    assert cited == (
        "Li, Zuojun, and Bingwen Wang. “City Clusters in the Yellow River Basin.” "
        "Development Research Center, n.d. Accessed November 24, 2026. https://example.org/16."
    )


def test_of_more_than_ten_authors_seven_are_named() -> None:
    cited = to_chicago(a_citation(authors=tuple(f"Ann Author{at}" for at in range(11))))
    assert "Ann Author6, et al. “City" in cited
    assert "Author7" not in cited


def test_chinese_names_are_not_turned_round() -> None:
    cited = to_chicago(a_citation(authors=("李佐军", "王炳文")))
    assert cited.startswith("李佐军, and 王炳文. “")
