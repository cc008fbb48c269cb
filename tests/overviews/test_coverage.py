from __future__ import annotations

from datetime import date

import pytest

from documents.overviews.coverage import coverage
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_gaps_are_named_and_undated_records_counted() -> None:
    a_link(a_document(sorted_on=date(2021, 1, 1)), a_topic("green", "theme"))
    a_document("Undated", sorted_on=None, sorted_role="")
    idle = a_topic("idle", "theme")
    found = coverage(a_visibility())
    assert found.total == 2
    assert found.undated == 1
    assert (found.first_year, found.last_year) == (2021, 2021)
    assert found.without_records == {"theme": (idle,)}
