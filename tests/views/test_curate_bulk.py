from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from documents import curation
from documents.curation.batches import Work, change_all
from documents.models import Document
from documents.search import indexing
from tests.build import NOON, a_document, a_draft, a_user

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
ADDRESS = "/curate/bulk/"


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document", "documents.publish_document"))
    return client


def test_records_of_every_state_are_selected_by_their_fields(curator: Client) -> None:
    a_draft("Ports of the north")
    a_document("Ports of the south", kind="news")
    a_document("Rivers", kind="news")
    page = curator.get(ADDRESS, {"title": "ports", "kind": "news"})
    assert [one.title for one in page.context["documents"]] == ["Ports of the south"]


def test_a_preview_comes_first_and_the_undo_after(curator: Client) -> None:
    document = a_document()
    typed = {"ids": [document.pk], "verb": "tag", "value": "to watch", "why": "for the review"}
    page = curator.post(ADDRESS, typed)
    assert page.context["preview"]
    assert not document.tags.exists()
    answer = curator.post(ADDRESS, typed | {"sure": "on", "seen": page.context["seen"]})
    assert list(document.tags.names()) == ["to watch"]
    assert "for the review" in curator.get(answer["Location"]).content.decode()
    curator.post(f"{answer['Location']}undo/")
    assert not document.tags.exists()


@pytest.mark.parametrize(
    ("verb", "value"),
    [("kind", "novel"), ("source", "nobody"), ("topic", "nowhere"), ("tag", ""), ("withdraw", "")],
)
def test_what_does_not_fit_is_said_and_changes_nothing(
    curator: Client, verb: str, value: str
) -> None:
    document = a_document()
    typed = {"ids": [document.pk], "verb": verb, "value": value, "sure": "on"}
    page = curator.post(ADDRESS, typed)
    assert not page.context["preview"]
    assert page.context["work"].errors
    assert Document.objects.get().updated_at == document.updated_at


def test_who_may_not_publish_publishes_none(client: Client) -> None:
    client.force_login(a_user("ann", "documents.change_document"))
    typed = {"ids": [a_draft().pk], "verb": "publish", "sure": "on"}
    assert client.post(ADDRESS, typed).status_code == 403
    assert Document.objects.get().status == "draft"


def _many(count: int) -> None:
    for number in range(count):
        a_document(f"Port {number}")


def test_all_that_a_selection_finds_are_changed_and_undone_as_one(curator: Client) -> None:
    _many(230)
    a_document("River")
    found = curator.get(ADDRESS, {"title": "port"})
    assert (len(found.context["documents"]), found.context["total"]) == (200, 230)
    typed = {"all": "1", "selection": "title=port", "verb": "kind", "value": "news"}
    page = curator.post(ADDRESS, typed)
    assert page.context["total"] == 230
    sure = typed | {"ids": page.context["ids"], "seen": page.context["seen"], "sure": "on"}
    del sure["all"]
    answer = curator.post(ADDRESS, sure)
    assert Document.objects.filter(kind="news").count() == 230
    assert curator.get(ADDRESS).context["batches"][0]["count"] == 230
    curator.post(f"{answer['Location']}undo/")
    assert not Document.objects.filter(kind="news").exists()


def test_records_are_selected_by_a_search(curator: Client) -> None:
    a_document("Harbours", body="A wharf was built.")
    a_document("Rivers")
    indexing.drain()
    page = curator.get(ADDRESS, {"q": "wharf"})
    assert [one.title for one in page.context["documents"]] == ["Harbours"]


def test_a_record_changed_after_the_preview_stops_the_work(curator: Client) -> None:
    one, two = a_document("One"), a_document("Two")
    typed = {"ids": [one.pk, two.pk], "verb": "kind", "value": "news"}
    seen = curator.post(ADDRESS, typed).context["seen"]
    two.title = "Changed by somebody else"
    two.save()
    page = curator.post(ADDRESS, typed | {"seen": seen, "sure": "on"})
    assert "The records changed meanwhile." in page.content.decode()
    assert "Changed by somebody else" in page.content.decode()
    assert not Document.objects.filter(kind="news").exists()
    curator.post(ADDRESS, typed | {"seen": page.context["seen"], "sure": "on"})
    assert Document.objects.filter(kind="news").count() == 2


def test_an_undo_leaves_what_somebody_changed_again_since(curator: Client) -> None:
    one, two = a_document("One"), a_document("Two")
    batch = change_all([one.pk, two.pk], Work("kind", "news"), by=None, now=NOON)
    again = Document.objects.get(pk=two.pk)
    entry = replace(curation.entry_of(again), kind="brief")
    curation.revise(again, entry, seen_at=again.updated_at, by=None, now=NOON)
    answer = curator.post(f"/curate/together/{batch}/undo/", follow=True)
    assert "1 was changed again since and stays as it was left." in answer.content.decode()
    assert list(Document.objects.order_by("pk").values_list("kind", flat=True)) == [
        "report",
        "brief",
    ]
