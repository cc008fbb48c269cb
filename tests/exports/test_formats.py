from __future__ import annotations

import pytest

from documents.exports.formats import FORMATS
from tests.exports.citations import a_citation


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_the_title_and_the_address(name: str) -> None:
    text = FORMATS[name].render(a_citation())
    assert "Yellow River Basin" in text
    assert "https://example.org/16" in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_bears_a_record_with_nothing_but_a_title(name: str) -> None:
    bare = a_citation(authors=(), publisher="", series="", number="", dated_on=None)
    assert "Yellow River Basin" in FORMATS[name].render(bare)
