from __future__ import annotations

import pytest
from django import forms

from documents.forms.lines import LinesField


def test_each_line_is_one_item_and_empty_ones_are_none() -> None:
    assert LinesField().clean(" one \r\n\r\ntwo  words\none") == ("one", "two words")


def test_a_line_that_is_too_long_is_refused() -> None:
    with pytest.raises(forms.ValidationError):
        LinesField(item_length=5).clean("longer")


def test_a_list_is_shown_one_item_a_line() -> None:
    assert LinesField().prepare_value(("one", "two")) == "one\ntwo"
