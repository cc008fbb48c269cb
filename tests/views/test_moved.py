from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from documents.curation.record_merging import merge_records
from documents.models import ListEntry, OldAddress, RecordList
from tests.build import NOON, a_document, a_draft, a_link, a_source, a_topic, a_user

pytestmark = pytest.mark.django_db


def test_an_old_address_leads_to_the_present_one_for_good(client: Client) -> None:
    a_topic("green", "theme")
    OldAddress.objects.create(kind="theme", slug="eco", new_slug="environment")
    OldAddress.objects.create(kind="theme", slug="environment", new_slug="green")
    response = client.get("/themes/eco/?page=2")
    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response["Location"] == "/themes/green/?page=2"


def test_an_old_address_belongs_to_its_kind(client: Client) -> None:
    a_document(source=a_source(), source_basis="stated")
    OldAddress.objects.create(kind="source", slug="old", new_slug="institute-of-testing")
    assert client.get("/sources/old/")["Location"] == "/sources/institute-of-testing/"
    assert client.get("/tags/old/").status_code == HTTPStatus.NOT_FOUND


def test_a_circle_of_old_addresses_ends(client: Client) -> None:
    OldAddress.objects.create(kind="theme", slug="a", new_slug="b")
    OldAddress.objects.create(kind="theme", slug="b", new_slug="a")
    assert client.get("/themes/a/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("page", ["matrix", "cell", "timeline", "map"])
def test_a_filter_by_a_topic_that_was_merged_leads_to_the_present_one(
    client: Client, page: str
) -> None:
    a_link(a_document(), a_topic("green", "theme"))
    OldAddress.objects.create(kind="theme", slug="eco", new_slug="green")
    answer = client.get(f"/explore/{page}/?theme=eco&theme=green&kind=report&format=csv")
    assert answer.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert answer["Location"] == f"/explore/{page}/?theme=green&kind=report&format=csv"
    assert "no-cache" in answer["Cache-Control"]


def test_a_filter_by_a_source_of_hidden_records_leads_nowhere(client: Client) -> None:
    a_draft(source=a_source(), source_basis="stated")
    OldAddress.objects.create(kind="source", slug="old", new_slug="institute-of-testing")
    answer = client.get("/explore/timeline/?source=old")
    assert answer.status_code == HTTPStatus.OK
    assert "institute-of-testing" not in answer.content.decode()


def test_a_comparison_of_a_merged_record_leads_to_the_one_that_stays(client: Client) -> None:
    copy, first = a_document("C", pk=11), a_document("F", pk=12)
    a_document("O", pk=13)
    merge_records(copy, first, by=None, now=NOON)
    for named in ("11", "/documents/11-c/"):
        answer = client.get("/explore/compare/", {"a": named, "b": "13", "format": "csv"})
        assert answer.status_code == HTTPStatus.MOVED_PERMANENTLY
        assert answer["Location"] == "/explore/compare/?a=12&b=13&format=csv"


def test_a_comparison_of_a_merged_topic_leads_to_the_one_that_stays(client: Client) -> None:
    for slug in ("green", "water"):
        a_topic(slug, "theme")
    OldAddress.objects.create(kind="theme", slug="eco", new_slug="green")
    answer = client.get("/explore/compare/?a=theme:eco&b=theme:water")
    assert answer["Location"] == "/explore/compare/?a=theme%3Agreen&b=theme%3Awater"


def test_a_comparison_does_not_tell_of_a_draft_that_was_merged(client: Client) -> None:
    merge_records(a_draft(pk=11), a_document("First", pk=12), by=None, now=NOON)
    answer = client.get("/explore/compare/?a=11&b=12")
    assert answer.status_code == HTTPStatus.OK
    assert "Nothing here is called" in answer.content.decode()


def test_an_old_address_keeps_the_words_of_the_search_one_came_from(client: Client) -> None:
    merge_records(a_document("C", pk=11), a_document("F", pk=12), by=None, now=NOON)
    assert client.get("/documents/11-c/?q=harbour")["Location"] == "/documents/12-f/?q=harbour"


def test_a_page_opened_before_a_merge_keeps_and_lets_go_the_record_that_stays(
    client: Client,
) -> None:
    copy, first = a_document("C", pk=11), a_document("F", pk=12)
    merge_records(copy, first, by=None, now=NOON)
    assert client.get("/lists/keep/11/").context["document"] == first
    client.post("/lists/keep/11/")
    assert client.session["kept"] == [12]
    client.post("/lists/let-go/11/")
    assert client.session["kept"] == []


def test_a_list_opened_before_a_merge_changes_the_record_that_stays(client: Client) -> None:
    copy, first = a_document("C", pk=11), a_document("F", pk=12)
    reader = a_user("ann")
    kept = RecordList.objects.create(owner=reader, name="Mine")
    ListEntry.objects.create(record_list=kept, document=copy)
    merge_records(copy, first, by=None, now=NOON)
    client.force_login(reader)
    answer = client.post(f"/lists/{kept.pk}/note/11/", {"note": "Compare."})
    assert answer["Location"].endswith("#record-12")
    assert kept.entries.get().note == "Compare."
    for form in ("csv", "ris", "bibtex"):
        file = client.get(f"/lists/{kept.pk}/?format={form}").content.decode()
        assert "/documents/12-f/" in file
        assert "/documents/11" not in file
    client.post(f"/lists/{kept.pk}/let-go/11/")
    assert not kept.entries.exists()
