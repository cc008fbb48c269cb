from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.models import Document, Place
from documents.overviews.home import front_page
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_an_empty_base_has_an_empty_front_page() -> None:
    page = front_page(a_visibility())
    assert page.total == 0
    assert page.matrix.rows == ()
    assert page.newest == ()


def test_drafts_are_neither_counted_nor_listed() -> None:
    a_draft()
    page = front_page(a_visibility())
    assert page.total == 0
    assert page.newest == ()


def test_an_embargoed_record_is_listed_by_its_title_and_not_counted() -> None:
    document = a_document(embargo_until=NOON + timedelta(days=1))
    a_link(document, a_topic("green", "theme"))
    page = front_page(a_visibility())
    assert page.total == 0
    [record] = page.newest
    assert record.is_embargoed
    assert record.topics == ()


def test_the_front_page_takes_at_most_twelve_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(10):
        document = a_document(f"Record {number}")
        region = a_topic(f"region-{number}")
        Place.objects.create(topic=region, level="province", code=f"{number + 10}")
        a_link(document, region)
        a_link(document, a_topic(f"theme-{number}", "theme"))
    with django_assert_max_num_queries(12):
        page = front_page(a_visibility())
    assert len(page.matrix.rows) == 8


def test_the_newest_are_those_that_sorting_all_would_give() -> None:
    for day in range(1, 13):
        embargo = NOON + timedelta(days=1) if day % 4 == 0 else None
        a_document(f"Of day {day}", sorted_on=date(2025, 3, day), embargo_until=embargo)
    a_document("Of no day", sorted_on=None, sorted_role="")
    a_draft(sorted_on=date(2025, 3, 31))
    visibility = a_visibility()
    plain = Document.objects.visible_to(visibility).newest_first()[:8]
    shown = [record.document for record in front_page(visibility).newest]
    assert shown == list(plain)
    assert shown[0].is_embargoed(NOON)
