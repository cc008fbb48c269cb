from __future__ import annotations

import pytest

from documents.text.markdown import headings_in, marks_in, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("## Part one\nThe text.", "Part one\nThe text."),
        ("The **city clusters** grow.", "The city clusters grow."),
        ("建设**城市群**，", "建设城市群，"),
        ("They __grow__ fast.", "They grow fast."),
        ("**Two** and **three**", "Two and three"),
    ],
)
def test_headings_and_strong_words_are_shown_without_their_marks(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "No. #16 of 2023",
        "#16 is a number",
        "5 ** 3 is a power, 2 ** 4 too",
        "Signed: ________ Date: ________",
        "see note ** below",
        "snake__case__name",
        "C# is a language",
        "***",
        "A note** and\nanother**",
    ],
)
def test_what_is_no_markdown_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_marks_are_found_by_their_offsets() -> None:
    text = "## A\n**B**"
    assert [text[start:end] for start, end in marks_in(text)] == ["## ", "**", "**"]
    assert [text[start:end] for start, end in headings_in(text)] == ["## A"]


def test_a_text_of_marks_alone_is_read_in_linear_time() -> None:
    assert marks_in("**" * 200_000) == []
    assert marks_in("__a" * 100_000) == []
