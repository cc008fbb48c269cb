from __future__ import annotations

import pytest

from documents.overviews.written_words import written_word


@pytest.mark.parametrize(
    ("term", "text", "word"),
    [
        ("polici", "Policies. These policies help.", "policies"),
        ("river", "By the Yellow River it ends.", "River"),
        ("gdp", "The GDP grew.", "GDP"),
        ("城市", "许多城市增长。", "城市"),
    ],
)
def test_a_term_is_told_as_it_is_written(term: str, text: str, word: str) -> None:
    written = written_word(term, [text])
    assert written is not None
    assert written.text == word


def test_two_characters_of_two_words_are_no_word() -> None:
    assert written_word("市的", ["这个城市的道路很长。"]) is None
    assert written_word("steel", ["Water."]) is None
