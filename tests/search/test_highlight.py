from __future__ import annotations

import pytest

from documents.search.highlight import find_spans, passage, units_of
from documents.search.syntax import parse
from documents.search.tree import Phrase, Prefix, wanted


def units(text: str) -> list[Phrase | Prefix]:
    return units_of(wanted(parse(text).tree))


def marked(text: str, sought: list[Phrase | Prefix]) -> str:
    return passage(text, find_spans(text, sought), 0, len(text))


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Policies for cities", "policy city", "<mark>Policies</mark> for <mark>cities</mark>"),
        ("山东半岛城市群发展", "城市群", "山东半岛<mark>城市群</mark>发展"),
        ("黃河流域", "黄河", "<mark>黃河</mark>流域"),
        ("Energy and energies", "energ*", "<mark>Energy</mark> and <mark>energies</mark>"),
        ("The city. Clusters", '"city clusters"', "The <mark>city. Clusters</mark>"),
        ("clusters of a city", '"city clusters"', "clusters of a city"),
        ("the 14th Five-Year Plan", "five-year", "the 14th <mark>Five-Year</mark> Plan"),
        ("in Ji’nan city", "jinan", "in <mark>Ji’nan</mark> city"),
        ("1,000 km", "1000", "<mark>1,000</mark> km"),
        ("subcity", "city", "subcity"),
        ("water", "NOT water", "water"),
    ],
)
def test_words_are_marked_as_they_are_found(text: str, typed: str, shown: str) -> None:
    assert marked(text, units(typed)) == shown


def test_everything_else_is_escaped() -> None:
    text = "<script>alert('x')</script> & water <mark>"
    assert marked(text, units("water")) == (
        "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; <mark>water</mark> &lt;mark&gt;"
    )


def test_marks_that_touch_become_one() -> None:
    assert marked("城市群发展", units("城市群 市群发展")) == "<mark>城市群发展</mark>"


def test_a_frequent_word_is_marked_in_its_first_places() -> None:
    assert len(find_spans("water " * 5000, units("water"))) == 30
