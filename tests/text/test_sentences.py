"""Sentences are found in both languages, by offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from documents.text.sentences import LONGEST, sentence_at, sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Report No. 16 of 2023 (Total 6965). It grew by 3.5 percent. The end.", 3),
        ("The U.S. economy and A. B. Smith met on Jan. 16, 2023. Then they left.", 2),
        ("城市群在发展。产业集群也在发展！真的吗？", 3),
        ("“他说：好。”大家都同意。", 2),
        ("1. First point\n2. Second point", 2),
        ("The 14th Five-Year\nPlan was adopted. It is long.", 2),
        ("Growth slowed.The plan helps.", 2),
        ("Firms, e.g. Haier, agreed.", 1),
    ],
)
def test_text_is_cut_where_a_reader_would(text: str, count: int) -> None:
    text = text.replace("The 14th", "The cities are to be joined by railways under the 14th")
    assert len(cut(text)) == count


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    assert cut("The plan for the\nnew area. Next.") == ["The plan for the\nnew area.", "Next."]


def test_a_short_line_is_a_heading() -> None:
    assert cut("Background\nThe plan was issued.") == ["Background", "The plan was issued."]


def test_an_empty_line_ends_a_sentence() -> None:
    text = "A line that is long enough to be wrapped, and is\n\nfollowed by another"
    assert len(cut(text)) == 2


def test_a_list_item_begins_a_sentence() -> None:
    text = "The measures that the provinces agreed on are\n1. better roads\n2. better rails"
    assert len(cut(text)) == 3


def test_a_long_sentence_is_cut_at_a_clause_mark() -> None:
    text = "城市群发展很快，" * 200
    parts = cut(text)
    assert "".join(parts) == text
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith("，") for part in parts)


@given(st.text(alphabet="ab A.。！,，\n1“”'城市", max_size=300) | st.text(max_size=2000))
def test_nothing_but_blanks_is_lost_and_nothing_overlaps(text: str) -> None:
    at, kept = 0, []
    for span in sentences(text):
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        kept.append(span.of(text))
        at = span.end
    assert not text[at:].strip()
    assert all(0 < len(part) <= LONGEST for part in kept)


@given(st.text(min_size=1))
def test_a_character_is_found_in_its_sentence(text: str) -> None:
    spans = sentences(text)
    for span in spans:
        assert sentence_at(spans, span.start) == span
        assert sentence_at(spans, span.end - 1) == span
