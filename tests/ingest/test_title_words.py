"""How the words of a line that the text says again speak for it as a title."""

from __future__ import annotations

from documents.ingest.title_words import echo_weight, words_said

SAID = words_said(
    ["The bill for the bridges of the bay is on the table.", "拖轮共用提高了港口效率。"]
)


def test_words_that_come_back_in_the_text_weigh_for_a_title() -> None:
    assert echo_weight("The Bill for the Bridges", SAID) > 1
    assert echo_weight("港口共用拖轮", SAID) > 0


def test_a_menu_weighs_against_it() -> None:
    assert echo_weight("Subscribe Media Open Calls", SAID) < 0


def test_a_line_of_one_word_and_a_page_without_text_weigh_nothing() -> None:
    assert echo_weight("Home", SAID) == 0
    assert echo_weight("Subscribe Media Open Calls", frozenset()) == 0
