from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.models import Document, Topic, TopicLink
from documents.overviews.holdings import load_holdings
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_a_province_holds_the_records_of_its_cities() -> None:
    shandong = a_topic("shandong")
    jinan = a_topic("jinan", parent=shandong)
    a_link(a_document(), jinan)
    holdings = load_holdings(a_visibility())
    assert holdings.of(shandong).bit_count() == 1
    assert shandong.pk not in holdings.direct


def test_a_record_on_a_province_and_its_city_counts_once() -> None:
    shandong = a_topic("shandong")
    document = a_document()
    a_link(document, shandong)
    a_link(document, a_topic("jinan", parent=shandong))
    assert load_holdings(a_visibility()).of(shandong).bit_count() == 1


def test_topics_in_a_circle_are_gone_round_once() -> None:
    one = a_topic("one", "theme")
    other = a_topic("other", "theme", parent=one)
    Topic.objects.filter(pk=one.pk).update(parent=other)
    a_link(a_document(), other)
    holdings = load_holdings(a_visibility())
    assert holdings.above(other.pk) == [one.pk, other.pk]
    assert holdings.of(one).bit_count() == 1


def test_a_cluster_holds_only_what_is_linked_to_it() -> None:
    cluster = a_topic("yangtze-delta", "cluster")
    a_link(a_document(), a_topic("hangzhou-circle", "cluster", parent=cluster))
    assert load_holdings(a_visibility()).of(cluster) == 0


def test_only_accepted_links_of_readable_records_count() -> None:
    topic = a_topic("shandong")
    a_link(a_draft(), topic)
    a_link(a_document("Withdrawn", status="withdrawn", withdrawn_reason="Wrong."), topic)
    a_link(a_document("Later", visible_from=NOON + timedelta(days=1)), topic)
    a_link(a_document("Embargo", embargo_until=NOON + timedelta(days=1)), topic)
    a_link(a_document("Suggested"), topic, status=TopicLink.Status.SUGGESTED)
    a_link(a_document("Restricted", access="licensed"), topic, is_restricted=True)
    assert load_holdings(a_visibility()).of(topic) == 0


def test_a_licence_holder_counts_links_that_rest_on_licensed_text() -> None:
    topic = a_topic("shandong")
    a_link(a_document("Restricted", access="licensed"), topic, is_restricted=True)
    assert load_holdings(a_visibility(reads_licensed=True)).of(topic).bit_count() == 1


def test_the_newest_records_of_a_set_come_first_and_undated_ones_last() -> None:
    old = a_document("Old", sorted_on=date(2019, 1, 1))
    undated = a_document("Undated", sorted_on=None, sorted_role="")
    new = a_document("New", sorted_on=date(2025, 1, 1))
    holdings = load_holdings(a_visibility())
    assert holdings.newest(holdings.everything, 3) == [new.pk, old.pk, undated.pk]
    assert holdings.newest(holdings.everything, 1) == [new.pk]


def test_records_are_counted_by_year_and_kind() -> None:
    a_document("One", sorted_on=date(2023, 5, 1))
    a_document("Two", sorted_on=date(2023, 7, 1), kind=Document.Kind.NEWS)
    holdings = load_holdings(a_visibility())
    assert holdings.years[2023].bit_count() == 2
    assert holdings.kinds["news"].bit_count() == 1


def test_the_number_of_queries_does_not_grow_with_the_records(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    topic = a_topic("shandong")
    for number in range(12):
        a_link(a_document(f"Record {number}"), topic)
    with django_assert_num_queries(3):
        load_holdings(a_visibility())
