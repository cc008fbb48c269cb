from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.models import DatedFact, TopicLink
from documents.overviews.listed import TOPICS_SHOWN, list_records
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_a_row_shows_the_first_topics_and_counts_the_rest() -> None:
    document = a_document()
    for number in range(TOPICS_SHOWN + 2):
        a_link(document, a_topic(f"theme-{number}", "theme"))
    [record] = list_records([document], a_visibility())
    assert len(record.topics) == TOPICS_SHOWN
    assert record.more_topics == 2


def test_a_row_shows_only_accepted_links() -> None:
    document = a_document()
    a_link(document, a_topic("shandong"), status=TopicLink.Status.SUGGESTED)
    [record] = list_records([document], a_visibility())
    assert record.topics == ()


def test_a_row_knows_how_exact_its_date_is() -> None:
    document = a_document(sorted_on=date(2024, 5, 1))
    DatedFact.objects.create(
        document=document, role="posted", on=date(2024, 5, 1), precision="month"
    )
    [record] = list_records([document], a_visibility())
    assert record.precision == "month"


def test_rows_keep_the_order_given_with_a_fixed_number_of_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    documents = [a_document(f"Record {number}") for number in range(5)]
    topic = a_topic("shandong")
    for document in documents:
        a_link(document, topic)
    list_records(documents, a_visibility())  # the names of topics are kept in memory from now on
    with django_assert_num_queries(2):
        records = list_records(documents[::-1], a_visibility())
    assert [record.document for record in records] == documents[::-1]
