from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents import curation
from documents.models import Change, Document
from tests.build import NOON, a_document, a_user
from tests.views.typing_in import filled_in

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    rights = ("documents.change_document", "documents.publish_document")
    client.force_login(a_user("cora", *rights))
    return client


def test_a_change_made_on_the_page_can_be_put_back_from_the_history(curator: Client) -> None:
    document = a_document("The right title")
    address = f"/curate/records/{document.pk}/"
    curator.post(address, filled_in(curator.get(address), do="save", title="A wrong title"))
    page = curator.get(f"{address}history/").content.decode()
    assert "The right title" in page
    assert "cora" in page
    change = Change.objects.get(verb="edited")
    curator.post(f"/curate/changes/{change.pk}/revert/", {"field": "title"})
    assert Document.objects.get().title == "The right title"


def test_a_long_history_asks_no_more_of_the_database(curator: Client) -> None:
    document = a_document()

    def add(count: int) -> int:
        for number in range(count):
            verb = curation.restore if number % 2 else curation.trash
            verb(document, by=a_user(f"u{User.objects.count()}"), now=NOON)
        with CaptureQueriesContext(connection) as queries:
            curator.get(f"/curate/records/{document.pk}/history/")
        return len(queries)

    assert add(3) >= add(6)


def test_a_record_is_scheduled_and_put_under_embargo_in_the_form(curator: Client) -> None:
    document = a_document(status="draft", visible_from=None, published_at=None)
    address = f"/curate/records/{document.pk}/"
    moments = {"visible_from": "2099-01-01T08:00", "embargo_until": "2099-02-01T08:00"}
    answer = curator.post(address, filled_in(curator.get(address), do="publish") | moments)
    assert answer["Location"] == address
    document.refresh_from_db()
    assert str(document.visible_from) == "2099-01-01 00:00:00+00:00"
    assert str(document.embargo_until) == "2099-02-01 00:00:00+00:00"


def test_saving_a_published_record_keeps_the_seconds_of_its_moments(curator: Client) -> None:
    precise = NOON.replace(second=17)
    document = a_document(visible_from=precise, published_at=precise)
    address = f"/curate/records/{document.pk}/"
    curator.post(address, filled_in(curator.get(address), do="save", title="Another"))
    document.refresh_from_db()
    assert document.visible_from == precise
    assert document.title == "Another"
