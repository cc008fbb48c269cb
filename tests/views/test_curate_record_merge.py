"""The pages on which two records are merged and parted, and where the old address leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.curation import publish, withdraw
from documents.curation.record_merging import merge_records
from documents.models import Change, Document, Relation
from documents.search import indexing
from tests.build import NOON, a_document, a_draft, a_user

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client: Client) -> Client:
    user = a_user("pat", "documents.change_document", "documents.publish_document")
    client.force_login(user)
    return client


@pytest.fixture
def two() -> tuple[Document, Document]:
    return a_document("The copy", pk=11), a_document("The first", pk=12)


def test_a_preview_comes_first_and_the_undo_after(
    publisher: Client, two: tuple[Document, Document]
) -> None:
    page = publisher.get("/curate/records/11/merge/?into=12")
    assert Change.objects.count() == 0
    assert "/documents/11-the-copy/" in page.content.decode()
    sent = {"into": "12", "expected": page.context["found"].digest}
    kept = publisher.post("/curate/records/11/merge/", sent, follow=True).content.decode()
    change = Change.objects.get(noun="document", object_id=12, verb="merged")
    assert f"/curate/records/unmerge/{change.pk}/" in kept
    assert "Merged into:" in publisher.get("/curate/records/11/").content.decode()
    assert (
        "Undo the merge" in publisher.get(f"/curate/records/unmerge/{change.pk}/").content.decode()
    )
    publisher.post(f"/curate/records/unmerge/{change.pk}/")
    assert Document.objects.get(pk=11).status == "published"


def test_the_record_may_be_named_by_its_address(
    publisher: Client, two: tuple[Document, Document]
) -> None:
    for name in ("12", "/documents/12-the-first/", "https://kb.example/zh-hans/documents/12-x/"):
        assert publisher.get("/curate/records/11/merge/", {"into": name}).status_code == 200
    answer = publisher.get("/curate/records/11/merge/", {"into": "report 12"}, follow=True)
    assert "No record has this number:" in answer.content.decode()


def test_a_preview_that_is_out_of_date_changes_nothing(
    publisher: Client, two: tuple[Document, Document]
) -> None:
    answer = publisher.post("/curate/records/11/merge/", {"into": "12"}, follow=True)
    assert "Look at the preview again." in answer.content.decode()
    assert Document.objects.get(pk=11).status == "published"


def test_only_who_may_publish_merges(client: Client, two: tuple[Document, Document]) -> None:
    client.force_login(a_user("cora", "documents.change_document"))
    assert client.get("/curate/records/11/merge/?into=12").status_code == 403
    assert "/merge/" not in client.get("/curate/records/11/").content.decode()
    change = merge_records(*two, by=None, now=NOON)
    assert client.post(f"/curate/records/unmerge/{change.pk}/").status_code == 403
    assert client.post(f"/curate/changes/{change.pk}/revert/").status_code == 403
    assert Document.objects.get(pk=11).status == "trashed"


def test_the_old_address_leads_to_the_record_that_stays(
    client: Client, two: tuple[Document, Document]
) -> None:
    merge_records(*two, by=None, now=NOON)
    for address, present in (
        ("/documents/11/", "/documents/12-the-first/"),
        ("/documents/11-the-copy/", "/documents/12-the-first/"),
        ("/documents/11/cite/ris/", "/documents/12/cite/ris/"),
    ):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, present)
        assert "no-cache" in answer["Cache-Control"]  # an undo brings the page back here


def test_the_old_address_tells_the_reason_where_the_other_is_withdrawn_later(
    client: Client, two: tuple[Document, Document]
) -> None:
    merge_records(*two, by=None, now=NOON)
    withdraw(two[1], reason="The figures were wrong.", by=None, now=NOON)
    assert client.get("/documents/11/").status_code == 410
    assert client.get("/documents/12/").status_code == 410
    assert client.get("/documents/11/cite/ris/").status_code == 404


def test_a_draft_that_was_merged_has_no_address_as_before(client: Client) -> None:
    draft, first = a_draft("A copy in the works", pk=21), a_document("The first", pk=22)
    merge_records(draft, first, by=None, now=NOON)
    assert client.get("/documents/21/").status_code == 404
    assert client.get("/documents/21/cite/ris/").status_code == 404


def test_no_word_of_the_one_given_up_is_found(
    client: Client, two: tuple[Document, Document]
) -> None:
    Document.objects.filter(pk=11).update(body="qzmergedcopyzq", title="The copy")
    merge_records(*two, by=None, now=NOON)
    indexing.drain()
    page = client.get("/search/?q=qzmergedcopyzq").context["page"]
    assert page.total == 0
    assert client.get("/search/?q=first").context["page"].total == 1


def test_the_queue_of_copies_offers_the_merge_and_is_done_with_it(
    publisher: Client, two: tuple[Document, Document]
) -> None:
    same = {"kind": "same-release-as", "rule": "same-text"}
    relation = Relation.objects.create(subject=two[0], object=two[1], **same)
    page = publisher.get(f"/curate/relations/{relation.pk}/").content.decode()
    assert "/curate/records/11/merge/?into=12" in page
    assert "/curate/records/12/merge/?into=11" in page
    merge_records(*two, by=None, now=NOON)
    assert publisher.get("/curate/relations/").context["relations"].paginator.count == 0


def test_a_visitors_own_list_follows_the_merge(
    client: Client, two: tuple[Document, Document]
) -> None:
    client.post("/lists/keep/11/")
    merge_records(*two, by=None, now=NOON)
    page = client.get("/lists/").content.decode()
    assert "The first" in page
    assert "no longer public" not in page


def test_a_change_of_state_is_taken_back_by_who_may_publish_only(client: Client) -> None:
    draft = publish(a_draft(), by=None, now=NOON)
    withdraw(draft, reason="Wrong.", by=None, now=NOON)
    client.force_login(a_user("cora", "documents.change_document"))
    withdrawn = Change.objects.get(verb="withdrawn")
    assert client.post(f"/curate/changes/{withdrawn.pk}/revert/").status_code == 403
    assert Document.objects.get().status == "withdrawn"
