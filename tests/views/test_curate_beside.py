"""Curators pin and hide related records on the page of a record."""

from __future__ import annotations

import pytest
from django.test import Client

from documents.models import Document, Relation
from tests.build import a_document, a_draft, a_link, a_topic, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def records() -> list[Document]:
    """Three records: the first two on one topic."""
    records = [a_document(title) for title in ("One", "Two", "Three")]
    jinan = a_topic("jinan", en="Jinan")
    for record in records[:2]:
        a_link(record, jinan)
    return records


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def put(client: Client, record: Document, do: str, other: object) -> str:
    answer = client.post(
        f"/curate/records/{record.pk}/beside/", {"do": do, "other": str(other)}, follow=True
    )
    return answer.content.decode()


def related(client: Client, record: Document) -> list[str]:
    context = client.get(record.get_absolute_url()).context
    return [one.document.title for one in context["related"]]


def test_a_pinned_record_comes_first_for_everybody(
    curator: Client, records: list[Document]
) -> None:
    one, _two, three = records
    page = put(curator, one, "pin", three.pk)
    assert "Pinned: Three" in page
    curator.logout()
    assert related(curator, one) == ["Three", "Two"]


def test_a_hidden_record_is_related_to_nobody_until_it_is_let_go(
    curator: Client, records: list[Document]
) -> None:
    one, two, _three = records
    page = put(curator, one, "hide", two.pk)
    assert related(curator, one) == related(curator, two) == []
    assert "1 hidden" in page
    put(curator, one, "let", two.pk)
    assert related(curator, one) == ["Two"]


def test_a_record_is_pinned_by_its_address(curator: Client, records: list[Document]) -> None:
    one, _two, three = records
    put(curator, one, "pin", f"https://testserver/zh-hans{three.get_absolute_url()}")
    assert related(curator, one)[0] == "Three"


@pytest.mark.parametrize("other", ["", "nothing", "999999", "1e9", "٣"])
def test_what_is_no_record_is_refused_with_a_sentence(
    curator: Client, records: list[Document], other: str
) -> None:
    page = put(curator, records[0], "pin", other)
    assert "number" in page
    assert not Relation.objects.exists()


def test_a_pinned_draft_shows_to_nobody(curator: Client, records: list[Document]) -> None:
    put(curator, records[0], "pin", a_draft("Canary draft").pk)
    curator.logout()
    assert "Canary" not in curator.get(records[0].get_absolute_url()).content.decode()


def test_the_buttons_are_for_curators_only(client: Client, records: list[Document]) -> None:
    one, two, _three = records
    put_beside = f"/curate/records/{one.pk}/beside/"
    assert put_beside not in client.get(one.get_absolute_url()).content.decode()
    client.force_login(a_user("rae"))
    assert put_beside not in client.get(one.get_absolute_url()).content.decode()
    assert client.post(put_beside, {"do": "hide", "other": two.pk}).status_code == 403
    assert not Relation.objects.exists()
    assert client.get(put_beside).status_code == 405


def test_a_pinned_record_is_no_linked_record(curator: Client, records: list[Document]) -> None:
    put(curator, records[0], "pin", records[2].pk)
    page = curator.get(records[0].get_absolute_url()).context["page"]
    assert page.relations == ()
