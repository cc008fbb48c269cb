from __future__ import annotations

from documents.exports.ris import to_ris
from tests.exports.citations import a_citation


def test_a_record_begins_with_its_type_and_ends_with_er() -> None:
    lines = to_ris(a_citation()).split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert lines[-2:] == ["ER  - ", ""]
    assert "AU  - Li, Zuojun" in lines
    assert "DA  - 2023/02/01/" in lines


def test_unknown_parts_of_a_date_stay_empty() -> None:
    assert "DA  - 2023/02//\r\n" in to_ris(a_citation(precision="month"))
    assert "DA  -" not in to_ris(a_citation(dated_on=None))


def test_a_line_break_in_a_title_does_not_begin_a_new_tag() -> None:
    assert "TI  - One line TY - BOOK\r\n" in to_ris(a_citation(title="One line\r\nTY - BOOK"))


def test_whoever_carried_the_news_stands_where_a_newspaper_does() -> None:
    lines = to_ris(a_citation(kind="news", series="")).split("\r\n")
    assert "TY  - NEWS" in lines
    assert "T2  - Development Research Center" in lines
