from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents import curation
from documents.models import Document, TopicLink
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_user
from tests.curation.pages import a_submission, the_vocabulary
from tests.views.typing_in import filled_in

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
RIGHTS = ("documents.change_document", "documents.publish_document")


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", *RIGHTS))
    return client


@pytest.fixture
def document() -> Document:
    the_vocabulary()
    submission = a_submission()
    document = curation.accept(submission, curation.read(submission).entry, by=None, now=NOON)
    return curation.publish(document, by=None, now=NOON)


def _address(document: Document) -> str:
    return f"/curate/records/{document.pk}/"


def test_the_text_it_came_from_stands_beside_the_record(
    curator: Client, document: Document
) -> None:
    page = curator.get(_address(document)).content.decode()
    assert "You Are Here: Home &gt; Reports" in page
    assert "Harbour Logistics in the Shandong Peninsula</textarea>" in page


def test_a_record_without_a_submission_is_edited_too(curator: Client) -> None:
    document = a_draft()
    assert curator.get(_address(document)).status_code == 200


def test_saving_what_stands_there_changes_nothing(curator: Client, document: Document) -> None:
    before = curation.entry_of(document)
    links = set(document.links.values_list("pk", "status", "quote"))
    curator.post(_address(document), filled_in(curator.get(_address(document)), do="save"))
    document.refresh_from_db()
    assert curation.entry_of(document) == before
    assert set(document.links.values_list("pk", "status", "quote")) == links
    assert (document.status, document.published_at) == ("published", NOON)


def test_an_unticked_link_leaves_the_public_page(curator: Client, document: Document) -> None:
    page = curator.get(_address(document))
    curator.post(_address(document), filled_in(page, do="save", links=[]))
    assert not TopicLink.objects.accepted().exists()


def test_a_rejected_link_stays_rejected_and_unticked(curator: Client) -> None:
    document = a_draft()
    link = a_link(document, a_topic("jinan"), status=TopicLink.Status.REJECTED)
    page = curator.get(_address(document))
    assert "links" not in filled_in(page)
    curator.post(_address(document), filled_in(page, do="publish"))
    link.refresh_from_db()
    assert link.status == "rejected"


def test_the_second_curator_is_told_shown_the_difference_and_loses_nothing(
    curator: Client, document: Document
) -> None:
    address = _address(document)
    page = curator.get(address)
    curator.post(address, filled_in(page, do="save", title="What the first wrote"))
    answer = curator.post(address, filled_in(page, do="save", title="What the second wrote"))
    assert answer.status_code == 409
    content = answer.content.decode()
    assert "Somebody else changed this record" in content
    assert "What the first wrote" in content
    assert "What the second wrote</textarea>" in content
    document.refresh_from_db()
    assert document.title == "What the first wrote"
    curator.post(address, filled_in(answer, do="save"))
    document.refresh_from_db()
    assert document.title == "What the second wrote"


def test_a_form_with_errors_keeps_what_the_curator_saw(curator: Client, document: Document) -> None:
    address = _address(document)
    page = curator.get(address)
    curator.post(address, filled_in(page, do="save", title="First"))
    wrong = curator.post(address, filled_in(page, do="save", title=""))
    assert wrong.status_code == 422
    answer = curator.post(address, filled_in(wrong, do="save", title="Second"))
    assert answer.status_code == 409


def test_a_withdrawal_asks_for_its_reason(curator: Client) -> None:
    document = a_document()
    curator.post(f"{_address(document)}state/", {"do": "withdraw", "reason": ""})
    document.refresh_from_db()
    assert document.status == "published"
    curator.post(f"{_address(document)}state/", {"do": "withdraw", "reason": "Wrong figures."})
    document.refresh_from_db()
    assert (document.status, document.withdrawn_reason) == ("withdrawn", "Wrong figures.")


def test_the_trash_can_be_emptied_by_restoring(curator: Client) -> None:
    document = a_document()
    curator.post(f"{_address(document)}state/", {"do": "trash"})
    assert Document.objects.get().status == "trashed"
    curator.post(f"{_address(document)}state/", {"do": "restore"})
    assert Document.objects.get().status == "draft"


def test_who_may_not_publish_takes_nothing_out_of_sight(client: Client) -> None:
    client.force_login(a_user("ann", "documents.change_document"))
    document = a_document()
    assert client.post(f"{_address(document)}state/", {"do": "trash"}).status_code == 403
    assert Document.objects.get().status == "published"
