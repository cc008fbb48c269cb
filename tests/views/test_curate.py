from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.curation import set_aside
from documents.models import Document
from tests.build import a_document, a_draft, a_source, a_user
from tests.curation.pages import REPORT, a_submission

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


@pytest.mark.parametrize("address", ["/curate/", "/curate/paste/", "/zh-hans/curate/"])
def test_the_desk_asks_for_a_log_in(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


def test_who_may_not_change_records_is_refused(client: Client) -> None:
    client.force_login(a_user("reader"))
    assert client.get("/curate/").status_code == 403


def test_the_queue_holds_submissions_drafts_and_what_changed_last(curator: Client) -> None:
    a_submission()
    a_draft("A draft about ports")
    a_draft("A record for the publisher", status=Document.Status.REVIEW)
    a_document("A public record")
    page = curator.get("/curate/").content.decode()
    for text in ("You Are Here", "A draft about ports", "for the publisher", "A public record"):
        assert text in page


def test_what_was_set_aside_leaves_the_queue_but_can_be_found(curator: Client) -> None:
    set_aside(a_submission())
    page = curator.get("/curate/")
    assert not page.context["submissions"].object_list
    assert "Set aside" in page.content.decode()


def test_a_long_queue_asks_no_more_of_the_database(curator: Client) -> None:
    def fill(start: int) -> int:
        for number in range(start, start + 4):
            a_submission(f"{REPORT}{number}")
            a_draft(f"Draft {number}", source=a_source(f"S{number}"), source_basis="stated")
        with CaptureQueriesContext(connection) as queries:
            curator.get("/curate/")
        return len(queries)

    assert fill(4) >= fill(8)
