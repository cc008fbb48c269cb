from __future__ import annotations

import csv
from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.models import Place
from tests.build import a_document, a_draft, a_link, a_topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def records() -> None:
    shandong, henan = a_topic("shandong"), a_topic("henan")
    Place.objects.create(topic=shandong, level="province", code="37")
    Place.objects.create(topic=henan, level="province", code="41")
    green = a_topic("green", "theme")
    a_topic("central-plains", "cluster")
    document, draft = a_document(), a_draft()
    for each in (document, draft):
        a_link(each, shandong)
        a_link(each, green)


def test_a_cell_opens_its_records_and_an_empty_one_is_shown(client: Client) -> None:
    page = client.get("/explore/matrix/").content.decode()
    assert 'href="/explore/cell/?region=shandong&amp;theme=green"' in page
    assert '<td class="h0"></td>' in page
    assert "Henan" in page


@pytest.mark.parametrize(
    ("asked", "row", "column"),
    [
        ("?rows=cluster&columns=region", "Central Plains", "Shandong"),
        ("?rows=theme&columns=theme", "Green", "Shandong"),
        ("?rows=nonsense&columns=", "Shandong", "Green"),
    ],
)
def test_any_two_facets_can_be_crossed(client: Client, asked: str, row: str, column: str) -> None:
    page = client.get(f"/explore/matrix/{asked}").content.decode()
    assert f">{row}</a></th>" in page
    assert f">{column}</a></th>" in page


def test_the_same_figures_come_as_csv(client: Client) -> None:
    response = client.get("/explore/matrix/?rows=region&columns=theme&format=csv")
    assert response.status_code == HTTPStatus.OK
    assert "region-by-theme.csv" in response["Content-Disposition"]
    rows = list(csv.reader(response.content.decode("utf-8-sig").splitlines()))
    assert rows == [["", "Green", "All"], ["Shandong", "1", "1"], ["Henan", "0", "0"]]


def test_the_page_takes_at_most_twelve_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        client.get("/explore/matrix/")
