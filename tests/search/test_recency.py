from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from documents.search import SearchQuery, find, indexing
from tests.build import a_document, a_visibility

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_engine")]


def ask(text: str, **fields: Any) -> list[str]:
    indexing.drain()
    page = find(SearchQuery(text, **fields), a_visibility())
    return [hit.document.title for hit in page.hits]


def test_of_records_about_as_relevant_the_newer_comes_first() -> None:
    a_document("Old", body="Ports, ports and ports.", sorted_on=date(2009, 1, 1))
    a_document("New", body="Ports, ports and piers.", sorted_on=date(2026, 10, 1))
    assert ask("ports") == ["Old", "New"]
    assert ask("ports", sort="recent") == ["New", "Old"]


def test_what_is_far_more_relevant_stays_before_what_is_new() -> None:
    for number in range(4):
        a_document(f"Ports {number}", body="Ports.", sorted_on=date(2009, 1, 1))
    a_document("Piers", body="Piers once had ports.", sorted_on=date(2026, 10, 1))
    assert ask("ports").index("Piers") == 4
    assert 0 < ask("ports", sort="recent").index("Piers") <= 4


def test_a_record_without_a_date_gets_no_lift_and_pages_follow_each_other() -> None:
    for number in range(45):
        a_document(f"Ports {number}", sorted_on=None, sorted_role="")
    pages = [ask("ports", sort="recent", page=page) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({title for page in pages for title in page}) == 45
