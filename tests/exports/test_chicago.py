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
