from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.models import Document
from tests.build import a_document, a_draft, a_user

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
    answer = curator.post(ADDRESS, typed | {"sure": "on"})
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
