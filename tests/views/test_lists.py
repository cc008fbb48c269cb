from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from documents.curation.keeping import keep
from documents.models import RecordList
from tests.build import a_document, a_draft, a_user

pytestmark = pytest.mark.django_db


def test_a_visitor_keeps_records_for_the_visit(client: Client) -> None:
    document = a_document()
    asked = client.get(f"/lists/keep/{document.pk}/")
    assert "kept for this visit" in asked.content.decode()
    kept = client.post(f"/lists/keep/{document.pk}/", follow=True)
    assert "Kept for this visit." in kept.content.decode()
    assert document.title in client.get("/lists/").content.decode()
    assert document.title not in Client().get("/lists/").content.decode()
    client.post(f"/lists/let-go/{document.pk}/")
    assert document.title not in client.get("/lists/").content.decode()


def test_a_reader_keeps_a_record_on_a_named_list_with_a_note(client: Client) -> None:
    document, ann = a_document(), a_user()
    client.force_login(ann)
    client.post(f"/lists/keep/{document.pk}/", {"name": "To read", "note": "for chapter 2"})
    record_list = RecordList.objects.get(owner=ann)
    page = client.get(record_list.get_absolute_url()).content.decode()
    assert document.title in page
    assert "for chapter 2" in page
    assert "1 record" in client.get("/lists/").content.decode()


def test_a_list_without_a_name_is_asked_for_one(client: Client) -> None:
    client.force_login(a_user())
    page = client.post(f"/lists/keep/{a_document().pk}/", {"name": " ", "note": "why"})
    assert page.status_code == HTTPStatus.OK
    assert "This field is required" in page.content.decode()
    assert "why" in page.content.decode()


def test_a_draft_cannot_be_kept(client: Client) -> None:
    draft = a_draft()
    for send in (client.get, client.post):
        assert send(f"/lists/keep/{draft.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_a_kept_record_that_is_withdrawn_is_counted_not_shown(client: Client) -> None:
    document, ann = a_document("Canary"), a_user()
    entry = keep(document, ann, "To read")
    document.status, document.withdrawn_reason = "withdrawn", "Wrong."
    document.save()
    client.force_login(ann)
    page = client.get(entry.record_list.get_absolute_url()).content.decode()
    assert "Canary" not in page
    assert "1 record on this list is no longer public." in page


def test_the_list_of_another_reader_is_not_found(client: Client) -> None:
    document = a_document()
    entry = keep(document, a_user("ann"), "Private")
    client.force_login(a_user("ben"))
    pk = entry.record_list.pk
    assert client.get(f"/lists/{pk}/").status_code == HTTPStatus.NOT_FOUND
    for verb in (
        "delete",
        "rename",
        f"note/{document.pk}",
        f"move/{document.pk}",
        f"let-go/{document.pk}",
    ):
        assert (
            client.post(f"/lists/{pk}/{verb}/", {"name": "Mine", "to": "up"}).status_code
            == HTTPStatus.NOT_FOUND
        )
    assert entry.record_list.entries.exists()


def test_a_list_is_deleted_by_its_owner_only_by_post(client: Client) -> None:
    ann = a_user()
    entry = keep(a_document(), ann, "To read")
    client.force_login(ann)
    address = f"/lists/{entry.record_list.pk}/delete/"
    assert client.get(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    client.post(address)
    assert not RecordList.objects.exists()


def test_a_list_asks_for_a_log_in(client: Client) -> None:
    response = client.get("/lists/1/")
    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"].startswith("/accounts/login/")


def test_a_list_is_renamed(client: Client) -> None:
    ann = a_user()
    record_list = keep(a_document(), ann, "To read").record_list
    client.force_login(ann)
    page = client.post(f"/lists/{record_list.pk}/rename/", {"name": "Chapter 2"}, follow=True)
    assert "The list is now called “Chapter 2”." in page.content.decode()
    record_list.refresh_from_db()
    assert record_list.name == "Chapter 2"


@pytest.mark.parametrize(
    ("name", "problem"), [("Other", "a list of that name already"), (" ", "This field is required")]
)
def test_a_name_that_cannot_be_is_refused_and_stays_in_its_field(
    client: Client, name: str, problem: str
) -> None:
    ann, document = a_user(), a_document()
    record_list = keep(document, ann, "To read").record_list
    keep(document, ann, "Other")
    client.force_login(ann)
    page = client.post(f"/lists/{record_list.pk}/rename/", {"name": name}).content.decode()
    assert problem in page
    assert "<h1>To read</h1>" in page
    assert document.title in page
    assert RecordList.objects.filter(name="To read").exists()


def test_a_note_is_changed_and_taken_away(client: Client) -> None:
    ann, document = a_user(), a_document()
    entry = keep(document, ann, "To read", "first")
    client.force_login(ann)
    address = f"/lists/{entry.record_list.pk}/note/{document.pk}/"
    page = client.post(address, {"note": "second"}, follow=True).content.decode()
    assert "second" in page
    assert "first" not in page
    client.post(address, {"note": ""})
    entry.refresh_from_db()
    assert entry.note == ""


def test_a_note_that_is_too_long_changes_nothing_and_says_so(client: Client) -> None:
    ann, document = a_user(), a_document()
    entry = keep(document, ann, "To read", "first")
    client.force_login(ann)
    address = f"/lists/{entry.record_list.pk}/note/{document.pk}/"
    page = client.post(address, {"note": "x" * 2001}, follow=True).content.decode()
    assert "2000 characters at most" in page
    entry.refresh_from_db()
    assert entry.note == "first"


def test_a_record_is_moved_on_its_list_by_a_button(client: Client) -> None:
    ann, first, second = a_user(), a_document("First"), a_document("Second")
    keep(first, ann, "To read")
    record_list = keep(second, ann, "To read").record_list
    client.force_login(ann)
    address = f"/lists/{record_list.pk}/move/{first.pk}/"
    page = client.post(address, {"to": "up"}, follow=True).content.decode()
    assert page.index(">First<") < page.index(">Second<")
    client.post(address, {"to": "elsewhere"})
    assert [entry.document for entry in record_list.entries.all()] == [first, second]


def test_the_path_of_a_list_leads_over_all_lists(client: Client) -> None:
    reader = a_user("reader")
    client.force_login(reader)
    mine = RecordList.objects.create(owner=reader, name="Mine")
    page = client.get(mine.get_absolute_url()).content.decode()
    assert '<li><a href="/lists/">Lists</a></li>' in page
