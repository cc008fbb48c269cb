from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build import a_document, a_link, a_topic

pytestmark = pytest.mark.django_db

CELL = "/explore/cell/?region=shandong&theme=green"


@pytest.fixture(autouse=True)
def records() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    for number in range(22):
        document = a_document(f"Record {number}")
        a_link(document, shandong, quote=f"Sentence {number} on Shandong.")
        a_link(document, green, quote=f"Sentence {number} on green things.")


def test_a_cell_says_how_many_records_and_of_which_year(client: Client) -> None:
    page = client.get(CELL).content.decode()
    assert "The base holds 22 records on this, the newest of 2024." in page
    assert "Sentence 21 on Shandong." in page
    assert "Sentence 21 on green things." in page
    assert 'href="/search/?region=shandong&amp;theme=green"' in page


def test_the_records_come_by_pages(client: Client) -> None:
    page = client.get(f"{CELL}&page=2").content.decode()
    assert "Record 0" in page
    assert "Record 21" not in page


def test_the_page_takes_at_most_twelve_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        client.get(CELL)


def test_a_gap_is_named_as_one(client: Client) -> None:
    a_topic("rail", "theme")
    page = client.get("/explore/cell/?region=shandong&theme=rail").content.decode()
    assert "A gap is a finding too." in page


@pytest.mark.parametrize("asked", ["", "?region=atlantis", "?region=%00&page=x"])
def test_a_cell_of_nothing_leads_to_the_matrix(client: Client, asked: str) -> None:
    response = client.get(f"/explore/cell/{asked}")
    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"] == "/explore/matrix/"
