from __future__ import annotations

import pytest

from documents.templatetags.languages import language_name


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("zh", "Chinese"), ("la", "la"), ("", "")]
)
def test_a_language_is_called_by_its_name_where_it_has_one_here(code: str, name: str) -> None:
    assert language_name(code) == name
