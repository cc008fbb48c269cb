"""What stored text looks like, whatever a page looked like."""

from __future__ import annotations

import unicodedata

from hypothesis import given, strategies as st

from documents.text.normalise import normalise


def test_every_line_end_becomes_one() -> None:
    assert normalise("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


def test_blanks_of_every_kind_become_one_blank() -> None:
    assert normalise("a \t\u00a0\u3000b") == "a b"


def test_ideographic_blanks_at_line_ends_go() -> None:
    assert normalise("\u3000\u3000国务院\u3000\u3000\n二") == "国务院\n二"


def test_at_most_one_empty_line_stays() -> None:
    assert normalise("a\n\n \n\n\nb\n\n") == "a\n\nb"


def test_invisible_characters_go() -> None:
    assert normalise("\ufeffci\u00adty\u200b clus\u2060ter") == "city cluster"


def test_composed_letters_are_stored() -> None:
    assert normalise("e\u0301") == "é"


def test_width_case_and_quotes_stay_as_written() -> None:
    written = "ＡＢＣ “City Cluster” ﹝2022﹞ 重慶"
    assert normalise(written) == written


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_only_blanks_and_invisible_characters_are_lost(text: str) -> None:
    kept = [c for c in unicodedata.normalize("NFC", normalise(text)) if not c.isspace()]
    allowed = set(unicodedata.normalize("NFC", text)) | set(text)
    assert set(kept) <= allowed


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Lo"])))
def test_words_without_blanks_stay_whole(text: str) -> None:
    assert normalise(text) == unicodedata.normalize("NFC", text)
