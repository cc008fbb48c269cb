from __future__ import annotations

from datetime import date

import pytest

from documents.overviews.shelf import shelf_of_source, shelf_of_tag, sources_with_counts
from tests.build import a_document, a_draft, a_source, a_visibility

pytestmark = pytest.mark.django_db


def test_a_tag_gathers_keywords_and_tags_once_a_record() -> None:
    document = a_document()
    document.keywords.add("hydrogen")
    document.tags.add("hydrogen")
    shelf = shelf_of_tag("hydrogen", "", a_visibility())
    assert [record.document for record in shelf.records] == [document]


def test_a_source_counts_public_records_only() -> None:
    source = a_source()
    a_document("Public", source=source, source_basis="stated", sorted_on=date(2023, 1, 1))
    a_draft("Draft", source=source, source_basis="stated")
    shelf = shelf_of_source(source, "", a_visibility())
    assert shelf.total == 1
    assert shelf.years == {2023: 1}
    assert [each.count for each in sources_with_counts(a_visibility())] == [1]


@pytest.mark.parametrize("typed", ["", "0", "-1", "many", "999"])
def test_any_page_number_gives_a_page(typed: str) -> None:
    a_document("Public", source=a_source(), source_basis="stated")
    assert shelf_of_source(a_source(), typed, a_visibility()).page.number == 1
