"""Shared words are shown as a reader would write them, with a sentence that has them."""

from __future__ import annotations

from documents.overviews.shared_words import as_written
from documents.text.analysis import stems


def test_a_stem_is_shown_as_the_text_writes_it() -> None:
    written = as_written(stems("agglomerations rivers"), "Two Agglomerations grew on one river.")
    assert written.words == ("Agglomerations", "river")


def test_the_sentence_that_has_most_of_the_words_is_quoted() -> None:
    text = "Reed grows. Here reed and sedge grow. Sedge grows."
    assert as_written(("reed", "sedg"), text).quote == "Here reed and sedge grow."


def test_a_pair_of_characters_is_found_in_either_script() -> None:
    written = as_written(("芦苇",), "此地種植蘆葦。別處沒有。")
    assert written.words == ("蘆葦",)
    assert written.quote == "此地種植蘆葦。"


def test_a_word_that_the_text_lacks_stays_as_it_is() -> None:
    assert as_written(("sedg",), "Nothing of it.").words == ("sedg",)
    assert as_written(("sedg",), "").quote == ""
