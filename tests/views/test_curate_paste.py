from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.models import Submission
from tests.build import a_user
from tests.curation.pages import REPORT, a_submission

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def test_there_is_one_large_text_area(curator: Client) -> None:
    page = curator.get("/curate/paste/").content.decode()
    assert page.count("<textarea") == 1
    assert 'name="raw"' in page


def test_a_pasted_text_is_stored_and_leads_to_its_review(curator: Client) -> None:
    answer = curator.post("/curate/paste/", {"raw": REPORT, "source_url": "https://example.org/a"})
    submission = Submission.objects.get()
    assert answer["Location"] == f"/curate/submissions/{submission.pk}/"
    assert submission.raw == REPORT
    assert submission.source_url == "https://example.org/a"
    assert submission.submitted_by is not None


def test_the_queue_names_a_pasted_text_by_its_title(curator: Client) -> None:
    page = f"<!doctype html><meta charset=utf-8><h1>Cranes turn</h1><p>{'They turn. ' * 30}</p>"
    curator.post("/curate/paste/", {"raw": page})
    desk = curator.get("/curate/").content.decode()
    assert ">Cranes turn</a>" in desk
    assert "doctype html&gt;" not in desk


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("  ", "There is no text yet."),
        ("word " * 450_000, "over 2 MB"),
        ("%PDF-1.7\ntext", "the inside of a file"),
        ("some\0thing", "the inside of a file"),
    ],
)
def test_what_is_no_page_comes_back_with_a_sentence(
    curator: Client, raw: str, sentence: str
) -> None:
    answer = curator.post("/curate/paste/", {"raw": raw})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert raw.strip()[-20:] in page
    assert not Submission.objects.exists()


def test_a_bad_address_loses_no_text(curator: Client) -> None:
    answer = curator.post("/curate/paste/", {"raw": REPORT, "source_url": "not an address"})
    assert answer.status_code == 422
    assert "Harbour Logistics" in answer.content.decode()


def test_a_stored_text_leads_to_its_submission_and_comes_back(curator: Client) -> None:
    stored = a_submission()
    answer = curator.post("/curate/paste/", {"raw": REPORT})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert f"/curate/submissions/{stored.pk}/" in page
    assert "Harbour Logistics" in page


def test_a_text_pasted_after_the_session_ended_is_kept_by_logging_in_again(client: Client) -> None:
    a_user("cora", "documents.change_document")
    page = client.post("/curate/paste/", {"raw": REPORT})
    assert page.status_code == 403
    assert "Harbour Logistics" in page.content.decode()
    again = {"raw": REPORT, "again": "1", "username": "cora", "password": "correct horse battery"}
    answer = client.post("/curate/paste/", again)
    assert answer["Location"].startswith("/curate/submissions/")
    assert Submission.objects.get().raw == REPORT


def test_a_wrong_password_keeps_the_text_too(client: Client) -> None:
    typed = {"raw": REPORT, "again": "1", "username": "cora", "password": "wrong"}
    page = client.post("/curate/paste/", typed).content.decode()
    assert "Harbour Logistics" in page
    assert "wrong" not in page.split("<main")[1].split("<textarea")[0]
