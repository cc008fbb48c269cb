from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.models import Document
from documents.search import rebuilding
from tests.build import a_document, a_draft, a_link, a_source, a_topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def records() -> None:
    region, theme = a_topic("shandong", en="Shandong", zh="山东"), a_topic("green", "theme")
    for number in range(25):
        document = a_document(
            f"Clusters {number}", body="City clusters.", source=a_source(), source_basis="stated"
        )
        a_link(document, region)
        a_link(document, theme)
    a_draft("Canary clusters")
    rebuilding.rebuild()


def text_of(client: Client, asked: str) -> str:
    response = client.get(f"/search/{asked}")
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def test_a_search_shows_twenty_marked_hits_and_the_total(client: Client) -> None:
    page = text_of(client, "?q=clusters")
    assert "<strong>25</strong> records" in page
    assert page.count("data-hit") == 20
    assert "<mark>" in page
    assert "Canary" not in page


def test_pages_have_stable_addresses_that_keep_the_question(client: Client) -> None:
    page = text_of(client, "?q=clusters&region=shandong&from=&sort=newest")
    assert 'href="/search/?q=clusters&amp;region=shandong&amp;sort=newest&amp;page=2"' in page
    assert text_of(client, "?q=clusters&page=2").count("data-hit") == 5


def test_a_page_beyond_the_last_leads_to_the_last(client: Client) -> None:
    response = client.get("/search/?q=clusters&page=9")
    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"] == "/search/?q=clusters&page=2"


def test_a_chosen_filter_is_checked_and_stands_as_a_chip(client: Client) -> None:
    page = text_of(client, "?q=clusters&region=shandong&from=2020&to=2025&exact=1")
    assert 'name="region" value="shandong" checked' in page
    assert 'href="/search/?q=clusters&amp;from=2020&amp;to=2025&amp;exact=1"' in page
    assert 'href="/search/?q=clusters&amp;region=shandong&amp;exact=1"' in page
    assert "2020–2025" in page


def test_nothing_found_says_which_filter_is_to_blame(client: Client) -> None:
    a_topic("henan", en="Henan")
    page = text_of(client, "?q=clusters&region=henan&theme=green")
    assert "No record has all of this" in page
    assert "without Region: 25 records" in page
    assert "Henan" in page


def test_an_empty_base_blames_no_question(client: Client) -> None:
    Document.objects.all().delete()
    rebuilding.rebuild()
    page = text_of(client, "")
    assert "There are no records here yet" in page
    assert "No record has all of this" not in page


@pytest.mark.parametrize(
    "asked",
    [
        '"never closed',
        "AND AND OR",
        "*",
        "((((",
        "title:",
        "x" * 10_000,
        "\x00",
        "NEAR/99",
        "a" * 600,
    ],
)
def test_whatever_is_typed_gives_a_page(client: Client, asked: str) -> None:
    response = client.get("/search/", {"q": asked})
    assert response.status_code == HTTPStatus.OK


def test_what_was_typed_comes_back_as_text(client: Client) -> None:
    assert "<script>alert" not in text_of(client, "?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")


def test_a_page_takes_at_most_twelve_queries_whatever_it_finds(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    text_of(client, "?q=clusters")
    with django_assert_max_num_queries(12):
        text_of(client, "?q=clusters&region=shandong")


def test_suggestions_come_as_rows(client: Client) -> None:
    rows = client.get("/search/suggest/", {"q": "shan"}).json()["rows"]
    assert rows[0]["address"] == "/regions/shandong/"
    assert client.get("/search/suggest/").json() == {"rows": []}
