"""What holds for every public page alike."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from tests.build import a_document, a_draft, a_link, a_source, a_topic

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/explore/matrix/",
    "/regions/",
    "/regions/shandong/",
    "/clusters/",
    "/themes/",
    "/instruments/",
    "/tags/hydrogen/",
    "/sources/",
    "/sources/institute-of-testing/",
    "/help/",
    "/glossary/",
    "/about/",
    "/documents/1/cite/apa/",
]


@pytest.fixture(autouse=True)
def records() -> None:
    topic = a_topic("shandong", en="Shandong", zh="山东")
    document = a_document(pk=1, source=a_source(), source_basis="stated")
    draft = a_draft(
        "Canary draft", source=a_source(), source_basis="stated", body="canary", abstract="canary"
    )
    for each in (document, draft):
        a_link(each, topic)
        each.keywords.add("hydrogen")


@pytest.mark.parametrize("prefix", ["", "/zh-hans"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_answers_in_both_languages_and_shows_no_draft(
    client: Client, address: str, prefix: str
) -> None:
    response = client.get(f"{prefix}{address}")
    assert response.status_code == HTTPStatus.OK
    page = response.content.decode()
    assert "anary" not in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_comes_with_a_strict_policy_and_needs_no_more(client: Client, address: str) -> None:
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = response.content.decode()
    assert " style=" not in page
    assert "<style" not in page


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_a_page_that_did_not_change_is_not_sent_again(client: Client, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_only_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_each_page_links_to_itself_in_the_other_language(client: Client) -> None:
    page = client.get("/explore/matrix/?rows=theme&columns=region").content.decode()
    assert 'href="/zh-hans/explore/matrix/?rows=theme&amp;columns=region"' in page
    chinese = client.get("/zh-hans/regions/shandong/").content.decode()
    assert 'href="/regions/shandong/"' in chinese
    assert '<html lang="zh-hans"' in chinese


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_chosen_theme_is_drawn_by_the_server(client: Client, theme: str) -> None:
    client.cookies["theme"] = theme
    assert f'data-theme="{theme}"' in client.get("/").content.decode()


def test_a_theme_that_does_not_exist_is_not_drawn(client: Client) -> None:
    client.cookies["theme"] = "red"
    assert "data-theme" not in client.get("/").content.decode()


def test_an_address_without_a_page_is_answered_with_help(client: Client) -> None:
    response = client.get("/nowhere/")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert 'role="search"' in response.content.decode()


def test_the_health_page_says_that_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert response.json() == {"status": "ok", "database": "answers"}
    assert "no-store" in response["Cache-Control"]
