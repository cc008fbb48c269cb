"""A passage as its page prints it."""

from __future__ import annotations

from documents.text.printed import as_printed

PAGE = "Towns down- stream pump their water. Short- and long-term plans (2 of 9) differ."


def test_a_word_that_a_line_end_divided_is_divided_in_the_passage() -> None:
    assert as_printed("Towns downstream pump", PAGE) == "Towns down- stream pump"


def test_a_passage_that_stands_on_the_page_comes_back_as_it_is() -> None:
    assert as_printed("long-term plans (2 of 9)", PAGE) == "long-term plans (2 of 9)"


def test_a_passage_that_is_not_on_the_page_comes_back_as_it_is() -> None:
    assert as_printed("Towns upstream", PAGE) == "Towns upstream"
