from __future__ import annotations

import pytest

from documents.ingest.columns import UnknownFieldError, field_of, map_columns


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Title", "title"),
        ("标题", "title"),
        ("source_url", "address"),
        ("Publication-Date", "posted"),
        ("正文", "body"),
        ("发文字号", "number"),
        ("colour", ""),
    ],
)
def test_usual_names_are_known_in_both_languages(column: str, field: str) -> None:
    assert field_of(column) == field


def test_of_two_columns_for_one_field_the_usual_name_wins() -> None:
    assert map_columns(["content", "text", "title"]) == {"body": "text", "title": "title"}


def test_a_given_mapping_wins_and_an_empty_one_leaves_a_column_out() -> None:
    mapped = map_columns(["title", "head", "text"], {"head": "title", "text": ""})
    assert mapped == {"title": "head"}


def test_a_mapping_to_no_field_is_told() -> None:
    with pytest.raises(UnknownFieldError):
        map_columns(["a"], {"a": "colour"})
