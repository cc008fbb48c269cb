from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from tests.build import a_document, a_topic, a_user

pytestmark = pytest.mark.django_db

ADDRESSES = ["/", "/regions/shandong/", "/documents/1-city-clusters-in-shandong/", "/about/"]


@pytest.fixture(autouse=True)
def records() -> None:
    a_topic("shandong")
    a_document(pk=1)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_may_be_kept_by_all_but_is_asked_for_anew(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK
    assert answer["Cache-Control"] == "public, no-cache"
    assert {"Cookie", "Accept-Encoding"} <= set(answer["Vary"].split(", "))


def test_a_page_depends_on_its_address_not_on_the_language_of_the_browser(client: Client) -> None:
    for language in ("en", "zh-CN"):
        answer = client.get("/about/", headers={"accept-language": language})
        assert '<html lang="en"' in answer.content.decode()
        assert "Accept-Language" not in answer["Vary"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_compressed_page_that_did_not_change_is_not_sent_again(
    client: Client, address: str
) -> None:
    first = client.get(address, headers={"accept-encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    headers = {"accept-encoding": "gzip", "if-none-match": first["ETag"]}
    again = client.get(address, headers=headers)
    assert again.status_code == HTTPStatus.NOT_MODIFIED
    assert again["Cache-Control"] == "public, no-cache"


@pytest.mark.django_db(transaction=True)  # a write shows once its transaction ends
def test_a_page_that_changed_is_sent_again(client: Client) -> None:
    first = client.get("/")
    a_document("Another")
    again = client.get("/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.OK


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_of_one_signed_in_is_for_that_reader_alone(client: Client, address: str) -> None:
    client.force_login(a_user())
    assert client.get(address)["Cache-Control"] == "private, no-cache"


def test_the_pages_of_a_visitor_who_keeps_records_are_for_that_visitor_alone(
    client: Client,
) -> None:
    client.post("/lists/keep/1/")
    assert client.get("/lists/")["Cache-Control"] == "private, no-cache"


def test_the_answer_that_begins_a_session_is_for_its_receiver_alone(client: Client) -> None:
    answer = client.get("/lists/keep/1/")
    assert answer.cookies
    assert answer["Cache-Control"] == "private, no-cache"


def test_the_style_sheet_is_kept_for_ever_under_its_own_address(client: Client) -> None:
    assert "immutable" in client.get("/styles.css")["Cache-Control"]
