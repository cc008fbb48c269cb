"""Words that only ask, or hold a sentence together, are not asked for."""

from __future__ import annotations

from typing import Any

import pytest

from documents.search import SearchPage, SearchQuery, find, indexing
from documents.search.marking import units_asked
from tests.build import a_document, a_name, a_topic, a_visibility

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_engine")]


def ask(text: str, **fields: Any) -> SearchPage:
    indexing.drain()
    return find(SearchQuery(text, **fields), a_visibility())


def titles(page: SearchPage) -> set[str]:
    return {hit.document.title for hit in page.hits}


@pytest.fixture(autouse=True)
def records() -> None:
    a_document("Water", body="Cities protect their rivers in Shandong.")
    a_document("水", body="山东城市群保护河流。")


@pytest.mark.parametrize(
    ("text", "found", "left_out"),
    [
        ("How do the cities protect rivers?", "Water", ("How", "do", "the")),
        ("rivers in Shandong", "Water", ("in",)),
        ("what is protected", "Water", ("what", "is")),
        ("山东有哪些城市群？", "水", ("有哪些",)),
        ("如何保护河流", "水", ("如何",)),
        ("山东城市群 怎么 保护河流", "水", ("怎么",)),
    ],
)
def test_a_question_in_plain_words_is_asked_without_them(
    text: str, found: str, left_out: tuple[str, ...]
) -> None:
    page = ask(text)
    assert titles(page) == {found}
    assert page.left_out == left_out


@pytest.mark.parametrize(
    "text",
    [
        "how AND rivers",
        '"how" rivers',
        "rivers OR how",
        "(how) rivers",
        "rivers NOT the -how",
        "title:how rivers",
        "WHO rivers",
        "how",
        "the of",
        "如何",
        "“如何”保护河流",
    ],
)
def test_nothing_is_left_out_of_what_is_meant_as_typed(text: str) -> None:
    assert ask(text).left_out == ()


def test_the_exact_switch_asks_for_every_word() -> None:
    page = ask("how cities protect rivers", exact=True)
    assert (page.total, page.left_out) == (0, ())
    assert ask("how cities protect rivers").total == 1


def test_a_name_keeps_its_small_words() -> None:
    topic = a_topic("belt-and-road", "instrument", en="Belt and Road")
    a_name(topic, "Silk Road")
    page = ask("belt and road in Shandong")
    assert page.left_out == ("in",)
    [name] = page.also
    assert name.typed == "belt and road"


def test_words_not_asked_for_are_not_marked() -> None:
    [hit] = ask("rivers in Shandong").hits
    assert (
        hit.passages[0].text == "Cities protect their <mark>rivers</mark> in <mark>Shandong</mark>."
    )
    units = units_asked(SearchQuery("the rivers in Shandong"), a_visibility())
    assert [unit.terms for unit in units if hasattr(unit, "terms")] == [("river",), ("shandong",)]


def test_a_way_out_of_nothing_found_does_not_bring_them_back() -> None:
    from documents.search.ways_out import find_ways_out

    indexing.drain()
    ways = find_ways_out(SearchQuery("how do glaciers protect the rivers"), a_visibility())
    assert ways.any_word is not None
    assert ways.any_word.query.text == "glaciers OR protect OR rivers"
