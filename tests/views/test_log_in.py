from __future__ import annotations

import pytest
from django.test import Client

from documents.models import RecordList
from tests.build import a_document, a_user

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def _log_in(client: Client, **more: str) -> str:
    fields = {"username": "ann", "password": PASSWORD, **more}
    return client.post("/accounts/login/", fields, follow=True).content.decode()


def test_what_was_kept_during_the_visit_goes_along(client: Client) -> None:
    ann = a_user("ann")
    first, second = a_document("First"), a_document("Second")
    for document in (first, second):
        client.post(f"/lists/keep/{document.pk}/")
    page = _log_in(client)
    assert "2 records kept before you logged in are now on your list “Kept”." in page
    record_list = RecordList.objects.get(owner=ann)
    assert [entry.document for entry in record_list.entries.all()] == [second, first]
    assert "Kept for this visit" not in client.get("/lists/").content.decode()


def test_a_record_withdrawn_meanwhile_does_not_go_along(client: Client) -> None:
    a_user("ann")
    document = a_document()
    client.post(f"/lists/keep/{document.pk}/")
    document.status, document.withdrawn_reason = "withdrawn", "Wrong."
    document.save()
    assert "kept before you logged in" not in _log_in(client)
    assert not RecordList.objects.exists()


def test_a_failed_log_in_loses_nothing(client: Client) -> None:
    a_user("ann")
    document = a_document()
    client.post(f"/lists/keep/{document.pk}/")
    _log_in(client, password="wrong")
    assert document.title in client.get("/lists/").content.decode()


def test_a_reader_arrives_at_the_lists_and_a_curator_at_the_desk(client: Client) -> None:
    a_user("ann")
    a_user("cora", "documents.change_document")
    for name, address in (("ann", "/lists/"), ("cora", "/curate/")):
        answer = client.post("/accounts/login/", {"username": name, "password": PASSWORD})
        assert answer["Location"] == address
        client.logout()
