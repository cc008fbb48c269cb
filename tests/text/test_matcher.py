"""Names are found in folded text, at offsets of the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from documents.text.matcher import Matcher, first_of_overlapping, leftmost_longest
from documents.text.sentences import Span

NAMES = [
    "Shandong",
    "Shandong Peninsula city cluster",
    "14th Five-Year Plan",
    "山东半岛城市群",
    "山东",
    "Xi'an",
    "SMEs",
]


def surfaces(text: str, names: list[str] = NAMES) -> list[str]:
    matcher = Matcher((name, name) for name in names)
    return [text[match.start : match.end] for match in matcher.find(text)]


def test_the_longest_name_wins() -> None:
    text = "The Shandong Peninsula city cluster in Shandong"
    assert surfaces(text) == ["Shandong Peninsula city cluster", "Shandong"]


@pytest.mark.parametrize(
    "written",
    ["14th Five-Year Plan", "14th Five Year Plan", "14th Five-Year\nPlan", "14th five–year   plan"],
)
def test_a_name_is_found_however_its_words_are_joined(written: str) -> None:
    assert surfaces(f"Under the {written}, cities grow.") == [written]


def test_a_chinese_name_is_found_across_a_line_break() -> None:
    assert surfaces("推进山东半岛\n城市群建设") == ["山东半岛\n城市群"]


def test_width_and_traditional_characters_are_folded() -> None:
    assert surfaces("推進山東發展 ＳＭＥｓ") == ["山東", "ＳＭＥｓ"]


def test_a_latin_name_is_not_found_inside_a_word() -> None:
    assert surfaces("Shandongs and XShandong and Shandong2") == []


def test_a_latin_name_is_found_between_chinese_characters() -> None:
    assert surfaces("支持SMEs发展") == ["SMEs"]


def test_apostrophes_of_every_kind_are_one() -> None:
    assert surfaces("Xi’an and Xi'an") == ["Xi’an", "Xi'an"]


def test_a_name_given_twice_keeps_both_values() -> None:
    (match,) = Matcher([("Suzhou", 1), ("suzhou", 2)]).find("in Suzhou")
    assert match.values == (1, 2)


def test_no_names_find_nothing() -> None:
    assert Matcher[str]([]).find("Shandong") == []


@given(st.text(alphabet="山东 \n半岛-ab", max_size=60))
def test_offsets_slice_to_the_name(text: str) -> None:
    for surface in surfaces(text, ["山东", "半岛", "a b"]):
        assert "".join(surface.replace("-", " ").split()) in {"山东", "半岛", "ab"}


def test_what_does_not_count_gives_way_to_what_it_covers() -> None:
    long, short, behind = Span(0, 6), Span(2, 4), Span(5, 8)
    assert leftmost_longest([behind, short, long]) == [long]
    ordered = [long, short, behind]
    assert first_of_overlapping(ordered, lambda one: one != long) == [short, behind]


def test_a_name_is_not_found_across_an_empty_line() -> None:
    assert surfaces("山东半岛\n\n城市群，14th Five-Year\n\nPlan") == ["山东"]


@given(
    st.lists(st.sampled_from(["山东", "半岛", " ", "  ", "\n", "\n\n", "Xi'an", ","]), max_size=30)
)
def test_places_are_those_of_the_text_however_many_blanks_it_has(pieces: list[str]) -> None:
    text = "".join(pieces)
    places = Matcher([("山东半岛", 1), ("Xi'an", 2)]).places(text)
    assert places == sorted(places)
    for start, below in places:
        assert "".join(text[start:-below].split()) in {"山东半岛", "Xi'an"}
