from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from documents.text.folding import fold


@given(st.text())
def test_folding_keeps_the_length_so_that_offsets_survive(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("瀋陽", "沈阳"),
        ("重慶", "重庆"),
        ("Ji’nan", "ji'nan"),
        ("１４ｔｈ", "14th"),
        ("Five–Year", "five-year"),
        ("Köln", "koln"),
        ("a\u3000b\tc\nd", "a b c d"),
        ("“cluster”", '"cluster"'),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)
