from __future__ import annotations

import pytest

from documents.text.chinese import words_of_chinese


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("济南市大气污染", ("济南市", "大气污染")),
        ("2025年的港口", ("2025年", "港口")),
        ("人工智能+制造业", ("人工智能", "制造业")),
    ],
)
def test_a_text_is_cut_into_its_words_without_signs_and_particles(
    text: str, words: tuple[str, ...]
) -> None:
    assert words_of_chinese(text) == words


@pytest.mark.parametrize(
    "text", ["城市群", "urban agglomeration", "", "的", "国发〔2022〕18号", "鲁政字[2023]158号"]
)
def test_one_word_or_none_of_chinese_is_not_cut(text: str) -> None:
    assert words_of_chinese(text) == ()
