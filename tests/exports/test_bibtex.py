from __future__ import annotations

from documents.exports.bibtex import to_bibtex
from tests.exports.citations import a_citation


def test_an_entry_has_its_fields() -> None:
    entry = to_bibtex(a_citation())
    assert entry.startswith("@techreport{record-7,\n")
    assert "  author = {Li, Zuojun and Wang, Bingwen}" in entry
    assert "  institution = {Development Research Center}" in entry
    assert "  year = {2023}" in entry
    assert entry.endswith("}\n}\n")


def test_special_characters_are_escaped() -> None:
    entry = to_bibtex(a_citation(title="Profit & loss: 50% of #1_a {x}"))
    assert r"{{Profit \& loss: 50\% of \#1\_a \{x\}}}" in entry


def test_a_chinese_name_is_not_taken_for_two() -> None:
    assert "author = {{李佐军}}" in to_bibtex(a_citation(authors=("李佐军",)))


def test_a_publisher_stands_in_for_missing_authors() -> None:
    assert "author = {{Development Research Center}}" in to_bibtex(a_citation(authors=()))


def test_a_year_alone_has_no_month() -> None:
    assert "month" not in to_bibtex(a_citation(precision="year"))
