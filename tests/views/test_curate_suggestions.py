from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from documents.models import Change, TopicLink
from tests.build import a_document, a_link, a_topic, a_user

pytestmark = pytest.mark.django_db
ADDRESS = "/curate/suggestions/"
ABOVE = f"{ADDRESS}above/"


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


def _judged(page: Any, verdict: str = "right") -> dict[str, str]:
    return {f"judged-{link.pk}": verdict for link in page.context["form"].sample}


def test_many_are_accepted_after_each_link_of_a_sample_was_judged_right(curator: Client) -> None:
    links = [_suggest(f"topic-{number}", 0.8 + number / 100) for number in range(12)]
    page = curator.get(ABOVE, {"above": "0.85"})
    assert len(page.context["form"].sample) == 5
    curator.post(ABOVE, _judged(page))
    assert TopicLink.objects.accepted().count() == sum(link.confidence >= 0.85 for link in links)


def test_the_links_of_one_facet_are_looked_at_and_accepted_apart(curator: Client) -> None:
    regions = [_suggest(f"region-{number}", 0.7) for number in range(3)]
    theme = a_link(a_document("T"), a_topic("t", "theme"), status="suggested", confidence=0.8)
    page = curator.get(ADDRESS, {"facet": "region"})
    assert set(page.context["page"]) == set(regions)
    assert ">Policy theme 1</a>" in page.content.decode()
    proposed = page.context["form"].initial
    assert proposed == {"facet": "region", "above": 0.7}
    curator.post(ABOVE, _judged(curator.get(ABOVE, proposed)))
    assert set(TopicLink.objects.accepted()) == set(regions)
    theme.refresh_from_db()
    assert theme.status == "suggested"


def test_a_decision_leads_back_to_the_facet_that_is_looked_at(curator: Client) -> None:
    first, _second = _suggest("first", 0.7), _suggest("second", 0.6)
    a_link(a_document("T"), a_topic("t", "theme"), status="suggested", confidence=0.8)
    said = {"do": "accept", "facet": "region"}
    script = {"Accept": "application/json"}
    answer = curator.post(f"{ADDRESS}{first.pk}/", said, headers=script)
    assert answer.json() == {"waiting": 1}
    assert curator.post(f"{ADDRESS}undo/", said)["Location"] == f"{ADDRESS}?facet=region"


def test_a_facet_that_is_none_shows_all(curator: Client) -> None:
    link = _suggest("jinan", 0.7)
    assert list(curator.get(ADDRESS, {"facet": "nonsense"}).context["page"]) == [link]


def test_nothing_is_accepted_without_a_sample_that_was_shown(curator: Client) -> None:
    links = [_suggest(f"topic-{number}", 0.9) for number in range(3)]
    curator.post(ABOVE, {"above": "0.5", "looked": "on"} | {f"judged-{links[0].pk}": "right"})
    assert not TopicLink.objects.accepted().exists()


def test_a_link_of_the_sample_left_unjudged_accepts_nothing(curator: Client) -> None:
    for number in range(3):
        _suggest(f"topic-{number}", 0.9)
    judged = _judged(curator.get(ABOVE, {"above": "0.9"}))
    judged.popitem()
    assert curator.post(ABOVE, judged).status_code == 422
    assert not TopicLink.objects.accepted().exists()
    assert curator.post(ABOVE, _judged(curator.get(ABOVE, {"above": "0.9"}))).status_code == 302


def test_one_wrong_link_is_rejected_and_the_others_wait(curator: Client) -> None:
    for number in range(3):
        _suggest(f"topic-{number}", 0.9)
    judged = _judged(curator.get(ABOVE, {"above": "0.9"}))
    judged[next(iter(judged))] = "wrong"
    curator.post(ABOVE, judged)
    assert sorted(TopicLink.objects.values_list("status", flat=True)) == [
        "rejected",
        "suggested",
        "suggested",
    ]


def test_a_link_that_came_after_the_sample_waits(curator: Client) -> None:
    _suggest("early", 0.9)
    judged = _judged(curator.get(ABOVE, {"above": "0.9"}))
    late = _suggest("late", 0.95)
    curator.post(ABOVE, judged)
    late.refresh_from_db()
    assert late.status == "suggested"


def test_what_was_accepted_together_is_taken_back_together(curator: Client) -> None:
    for number in range(3):
        _suggest(f"topic-{number}", 0.9)
    answer = curator.post(ABOVE, _judged(curator.get(ABOVE, {"above": "0.9"})))
    assert Change.objects.values("batch").distinct().count() == 1
    curator.post(f"{answer['Location']}undo/")
    assert set(TopicLink.objects.values_list("status", flat=True)) == {"suggested"}


def test_a_long_queue_asks_no_more_of_the_database(curator: Client) -> None:
    def fill(start: int) -> int:
        for number in range(start, start + 4):
            _suggest(f"topic-{number}", 0.9)
        with CaptureQueriesContext(connection) as queries:
            curator.get(ADDRESS)
        return len(queries)

    assert fill(0) >= fill(4)


def test_the_second_of_two_curators_is_told_what_the_first_decided(curator: Client) -> None:
    link = _suggest("jinan", 0.7)
    first = Client()
    first.force_login(a_user("first", "documents.change_document"))
    first.post(f"{ADDRESS}{link.pk}/", {"do": "reject"})
    page = curator.post(f"{ADDRESS}{link.pk}/", {"do": "accept"}, follow=True)
    assert "first decided this link meanwhile: Rejected." in page.content.decode()
    link.refresh_from_db()
    assert link.status == "rejected"
