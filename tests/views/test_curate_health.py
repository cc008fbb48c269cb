from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from documents.curation.decisions import accept_link
from documents.curation.publication import trash, withdraw
from documents.curation.record_merging import merge_records
from documents.models import IndexJob, IndexTarget, Submission
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_user

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def test_the_lag_and_the_failures_of_an_index_are_told_without_its_message(
    curator: Client,
) -> None:
    target = IndexTarget.objects.create(name="whoosh-1", engine="whoosh", state="building")
    IndexJob.objects.create(target=target, document_id=7, attempts=3, error="secret path /srv")
    page = curator.get("/curate/health/").content.decode()
    assert "whoosh-1" in page
    assert "could not be indexed, tried 3 times" in page
    assert 'href="/curate/records/7/"' in page
    assert "/srv" not in page


def test_how_long_a_change_waits_is_told_in_words(curator: Client) -> None:
    target = IndexTarget.objects.create(name="whoosh-1", engine="whoosh", state="live")
    since = timezone.now() - timedelta(days=3, hours=4, seconds=5.5)
    IndexJob.objects.create(target=target, document_id=7, queued_at=since)
    assert "<td>3\xa0days, 4\xa0hours</td>" in curator.get("/curate/health/").content.decode()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("date", {"sorted_on": None, "sorted_role": ""}),
        ("topic", {}),
        ("source", {}),
        ("text", {"body": ""}),
    ],
)
def test_what_is_missing_is_listed(curator: Client, name: str, fields: dict[str, object]) -> None:
    document = a_draft("The one with a gap", **fields)
    assert list(curator.get(f"/curate/missing/{name}/").context["page"]) == [document]


def test_the_trash_is_listed_and_an_unknown_list_is_not_there(curator: Client) -> None:
    document = a_document(status="trashed")
    assert list(curator.get("/curate/missing/trash/").context["page"]) == [document]
    assert curator.get("/curate/missing/nothing/").status_code == 404


def test_every_kept_file_is_checked_on_demand(curator: Client) -> None:
    page = curator.get("/curate/health/", {"files": "1"}).content.decode()
    assert "Every file is as it was stored." in page


def test_what_an_import_published_is_listed_until_a_curator_looked_at_it(curator: Client) -> None:
    imported, decided = a_document("Imported"), a_document("Decided")
    pasted = a_document("Pasted")
    a_document("A sample", is_sample=True)
    Submission.objects.create(raw="x", checksum="x", import_key="table/1", document=imported)
    Submission.objects.create(raw="y", checksum="y", document=pasted)
    a_link(imported, a_topic("jinan"))  # by rule
    accept_link(a_link(decided, a_topic("zibo"), status="suggested"), by=a_user(), now=NOON)
    address = "/curate/missing/review/"
    assert list(curator.get(address).context["page"]) == [imported]
    curator.post(f"/curate/records/{imported.pk}/reviewed/")
    assert list(curator.get(address).context["page"]) == []


def test_the_trash_says_who_put_a_record_there_and_leads_it_back(client: Client) -> None:
    client.force_login(a_user("pat", "documents.change_document", "documents.publish_document"))
    document = a_document("Thrown away")
    trash(document, by=a_user("cora"), now=NOON)
    page = client.get("/curate/missing/trash/").content.decode()
    assert "cora" in page
    answer = client.post(f"/curate/records/{document.pk}/state/", {"do": "restore"})
    assert answer.status_code == 302
    assert list(client.get("/curate/missing/trash/").context["page"]) == []


def test_a_merged_record_in_the_trash_names_the_one_that_stays_and_is_not_restored_there(
    client: Client,
) -> None:
    client.force_login(a_user("pat", "documents.change_document", "documents.publish_document"))
    merge_records(a_document("The copy"), a_document("The first"), by=None, now=NOON)
    page = client.get("/curate/missing/trash/").content.decode()
    assert "The first" in page
    assert 'value="restore"' not in page


def test_who_may_not_publish_is_offered_no_way_back(curator: Client) -> None:
    trash(a_document(), by=None, now=NOON)
    assert 'value="restore"' not in curator.get("/curate/missing/trash/").content.decode()


def test_withdrawn_records_are_listed_with_their_reasons(curator: Client) -> None:
    withdraw(a_document(), reason="A wrong source.", by=None, now=NOON)
    assert "A wrong source." in curator.get("/curate/missing/withdrawn/").content.decode()
    counts = {name: count for name, _, count in curator.get("/curate/health/").context["given_up"]}
    assert counts == {"trash": 0, "withdrawn": 1}


@pytest.mark.parametrize("records", [1, 5])
def test_the_trash_takes_the_same_queries_however_many_lie_there(
    curator: Client, records: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(records):
        merge_records(a_document(f"Copy {number}"), a_document("First"), by=None, now=NOON)
    with django_assert_max_num_queries(12):
        curator.get("/curate/missing/trash/")
