from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import Change, TopicLink
from tests.build import a_document, a_link, a_topic, a_user

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
ADDRESS = "/curate/suggestions/"


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def _suggest(name: str, confidence: float, **fields: object) -> TopicLink:
    document = a_document(f"Record of {name}", **fields)
    return a_link(document, a_topic(name), status="suggested", confidence=confidence)


def test_the_surest_suggestion_comes_first_and_given_up_records_do_not(curator: Client) -> None:
    weak, sure = _suggest("weak", 0.6), _suggest("sure", 0.95)
    _suggest("gone", 0.99, status="trashed")
    assert list(curator.get(ADDRESS).context["page"]) == [sure, weak]


def test_a_decision_is_the_curators_and_can_be_taken_back(curator: Client) -> None:
    link = _suggest("jinan", 0.7)
    curator.post(f"{ADDRESS}{link.pk}/", {"do": "reject"})
    link.refresh_from_db()
    assert (link.status, str(link.decided_by)) == ("rejected", "cora")
    curator.post(f"{ADDRESS}undo/")
    link.refresh_from_db()
    assert link.status == "suggested"


def test_taking_back_twice_goes_back_two_decisions(curator: Client) -> None:
    first, second = _suggest("first", 0.7), _suggest("second", 0.6)
    for link in (first, second):
        curator.post(f"{ADDRESS}{link.pk}/", {"do": "accept"})
    for _time in range(2):
        curator.post(f"{ADDRESS}undo/")
    assert set(TopicLink.objects.values_list("status", flat=True)) == {"suggested"}


def test_many_are_accepted_only_after_a_look_at_a_sample(curator: Client) -> None:
    links = [_suggest(f"topic-{number}", 0.8 + number / 100) for number in range(10)]
    assert len(curator.get(ADDRESS, {"above": "0.85"}).context["sample"]) == 5
    curator.post(f"{ADDRESS}above/", {"above": "0.85"})
    assert not TopicLink.objects.accepted().exists()
    curator.post(f"{ADDRESS}above/", {"above": "0.85", "looked": "on"})
    assert TopicLink.objects.accepted().count() == sum(link.confidence >= 0.85 for link in links)


def test_what_was_accepted_together_is_taken_back_together(curator: Client) -> None:
    for number in range(3):
        _suggest(f"topic-{number}", 0.9)
    answer = curator.post(f"{ADDRESS}above/", {"above": "0.9", "looked": "on"})
    assert Change.objects.values("batch").distinct().count() == 1
    curator.post(f"{answer['Location']}undo/")
    assert set(TopicLink.objects.values_list("status", flat=True)) == {"suggested"}


def test_a_long_queue_asks_no_more_of_the_database(curator: Client) -> None:
    def fill(start: int) -> int:
        for number in range(start, start + 4):
            _suggest(f"topic-{number}", 0.9)
        with CaptureQueriesContext(connection) as queries:
            curator.get(ADDRESS, {"above": "0.5"})
        return len(queries)

    assert fill(0) >= fill(4)
