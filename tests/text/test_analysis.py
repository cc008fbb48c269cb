from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from documents.text.analysis import analyse, is_han, stems, words


def test_a_latin_word_is_one_term_by_its_stem() -> None:
    assert stems("Urban agglomerations") == stems("URBAN agglomeration") == ["urban", "agglomer"]


def test_a_chinese_character_is_one_term() -> None:
    assert stems("黄河流域") == ["黄", "河", "流", "域"]


def test_chinese_and_latin_stand_side_by_side() -> None:
    assert [(term.text, term.position) for term in analyse("发展5G网络")] == [
        ("发", 0), ("展", 1), ("5g", 2), ("网", 3), ("络", 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14th Five-Year Plan", "14th five year plan"),
        ("Ji’nan", "Jinan"),
        ("China's", "China"),
        ("1,000 km", "1000 km"),
        ("長江經濟帶", "长江经济带"),
        ("ＧＤＰ", "gdp"),
    ],
)
def test_spellings_of_one_thing_have_the_same_terms(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_words_are_not_stemmed() -> None:
    assert words("Policies for clusters") == ["policies", "for", "clusters"]


def test_a_list_of_numbers_is_not_one_number() -> None:
    assert stems("2021,2022") == ["2021", "2022"]


@given(st.text())
def test_offsets_point_into_the_text_and_positions_count_up(text: str) -> None:
    terms = analyse(text)
    assert [term.position for term in terms] == list(range(len(terms)))
    assert all(0 <= term.start < term.end <= len(text) for term in terms)


@given(st.text())
def test_the_quick_ways_agree_with_the_full_one(text: str) -> None:
    assert stems(text) == [term.text for term in analyse(text)]
    assert words(text) == [term.word for term in analyse(text)]


def test_only_chinese_is_chinese() -> None:
    assert is_han("城市群")
    assert not is_han("城市群A")
    assert not is_han("")


@given(st.text(st.characters(max_codepoint=127), max_size=80))
def test_the_quick_way_for_plain_letters_gives_the_same_terms(text: str) -> None:
    assert stems(text) == [term.text for term in analyse(text)]
    assert words(text) == [term.word for term in analyse(text)]
