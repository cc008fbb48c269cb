from __future__ import annotations

import pytest

from documents.models import Topic
from documents.overviews.record import Name
from documents.search.marking import MarkedText
from documents.templatetags.mentions import paragraphs, quoted, underlined

SHANDONG = Topic(facet="region", slug="shandong")
SHANDONG.preferred_names = []  # type: ignore[attr-defined]


def a_name_at(text: str, surface: str, topic: Topic = SHANDONG) -> Name:
    start = text.index(surface)
    return Name(start, start + len(surface), topic)


def test_a_name_becomes_a_link_coloured_by_its_facet() -> None:
    text = "In Shandong today."
    assert underlined(MarkedText(text), [a_name_at(text, "Shandong")]) == (
        '<p>In <a class="mention region" href="/regions/shandong/" title="shandong">Shandong</a>'
        " today.</p>"
    )


def test_text_is_escaped_before_it_is_marked() -> None:
    text = "<b>Shandong</b> & co"
    shown = underlined(MarkedText(text), [a_name_at(text, "Shandong")])
    assert "<b>" not in shown
    assert "&lt;b&gt;<a " in shown
    assert "&amp; co" in shown


def test_of_two_names_that_overlap_the_earlier_and_longer_stays() -> None:
    text = "Shandong Peninsula city cluster"
    shown = underlined(
        MarkedText(text),
        [
            a_name_at(text, "Shandong"),
            a_name_at(text, "Shandong Peninsula"),
            a_name_at(text, "Peninsula city cluster"),
        ],
    )
    assert shown.count("<a ") == 1
    assert ">Shandong Peninsula</a>" in shown


def test_offsets_hold_across_paragraphs() -> None:
    text = "First.\n\nSecond: Shandong."
    shown = underlined(MarkedText(text), [a_name_at(text, "Shandong")])
    assert shown.startswith("<p>First.</p>\n<p>Second: <a ")


def test_a_name_split_over_a_line_break_is_still_a_link() -> None:
    text = "One.\n\nThe Yellow\nRiver basin."
    assert ">Yellow\nRiver</a>" in underlined(MarkedText(text), [a_name_at(text, "Yellow\nRiver")])


def test_offsets_beyond_the_text_mark_nothing() -> None:
    assert underlined(MarkedText("Short."), [Name(2, 90, SHANDONG)]) == "<p>Short.</p>"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One\nline each", ["One", "line each"]),
        ("One\nwrapped\n\nTwo", ["One\nwrapped", "Two"]),
        ("\n\nOne\n \nTwo\n\n", ["One", "Two"]),
    ],
)
def test_an_empty_line_parts_paragraphs(text: str, parts: list[str]) -> None:
    assert [text[start:end].strip() for start, end in paragraphs(text)] == parts


def test_what_a_search_found_is_marked_inside_a_name_and_across_its_edge() -> None:
    text = "In <Shandong> province."
    marked = MarkedText(text, "b", [(3, 7), (8, 22)])
    shown = underlined(marked, [a_name_at(text, "Shandong")])
    assert '<mark id="b3">&lt;Sha</mark>' not in shown
    assert '<mark id="b3">&lt;</mark><a ' in shown
    assert '"><mark>Sha</mark>n<mark id="b8">dong</mark></a><mark>&gt; province</mark>.' in shown


def test_markdown_is_shown_without_its_marks_and_names_keep_their_places() -> None:
    text = "## Part **one**\nThe **Shandong** plan.\n\n### Detail\n\nIn Shandong."
    names = [a_name_at(text, "Shandong"), Name(text.rindex("Shandong"), len(text) - 1, SHANDONG)]
    shown = underlined(MarkedText(text), names)
    link = '<a class="mention region" href="/regions/shandong/" title="shandong">Shandong</a>'
    assert shown.split("\n") == [
        "<h3>Part one</h3>",
        f"<p>The {link} plan.</p>",
        "<h3>Detail</h3>",
        f"<p>In {link}.</p>",
    ]


def test_a_name_that_holds_a_mark_of_markdown_is_linked_without_it() -> None:
    text = "The **Shandong** Peninsula."
    shown = underlined(MarkedText(text), [a_name_at(text, "Shandong** Peninsula")])
    assert ">Shandong Peninsula</a>" in shown


def test_a_place_that_was_searched_is_marked_beside_marks_of_markdown() -> None:
    text = "The **Shandong** plan."
    start = text.index("Shandong")
    shown = underlined(MarkedText(text, "b", [(start, start + 8)]), [])
    assert shown == '<p>The <mark id="b6">Shandong</mark> plan.</p>'


def test_a_quote_is_shown_without_marks_of_markdown() -> None:
    assert quoted("The **Shandong** plan.", ["Shandong"]) == "The <mark>Shandong</mark> plan."
