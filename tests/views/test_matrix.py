from __future__ import annotations

import csv
from http import HTTPStatus
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.models import Place, Topic
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
    assert rows == [
        ["", "Green", "All"],
        ["Shandong", "1", "1"],
        ["Henan", "0", "0"],
        ["All", "1", "1"],
    ]


def test_the_page_takes_at_most_twelve_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        client.get("/explore/matrix/")


def test_the_cells_can_say_the_share_or_the_change(client: Client) -> None:
    share = client.get("/explore/matrix/?measure=share").content.decode()
    assert ">100%<span" in share
    change = client.get("/explore/matrix/?measure=change").content.decode()
    assert ">+1<span" in change
    assert "2022–2024 against 2019–2021" in change
    assert (
        'href="/explore/cell/?region=shandong&amp;theme=green&amp;from=2022&amp;to=2024"' in change
    )


def test_filters_narrow_the_records_and_go_along_with_a_cell(client: Client) -> None:
    page = client.get("/explore/matrix/?kind=report&cluster=central-plains").content.decode()
    assert "/explore/cell/" not in page
    page = client.get("/explore/matrix/?kind=report").content.decode()
    assert 'href="/explore/cell/?region=shandong&amp;theme=green&amp;kind=report"' in page
    assert 'kind=report&amp;format=csv"' in page


def test_smaller_themes_stand_behind_the_one_that_holds_them(client: Client) -> None:
    green = Topic.objects.get(slug="green")
    a_topic("hydrogen", "theme", parent=green)
    assert "Hydrogen" not in client.get("/explore/matrix/").content.decode()
    page = client.get("/explore/matrix/?detail=all").content.decode()
    assert page.index(">Green</a></th>") < page.index(">Hydrogen</a></th>")


def test_a_cell_that_lost_all_its_records_leads_to_those_it_had(client: Client) -> None:
    page = client.get("/explore/matrix/?measure=change&from=2025&to=2026").content.decode()
    lost = 'href="/explore/cell/?region=shandong&amp;theme=green&amp;from=2023&amp;to=2024"'
    assert f'<td class="l7"><a {lost}' in page


def test_a_span_with_nothing_before_it_says_so(client: Client) -> None:
    said = "No record is of 2019–2021, so every gain is against nothing."
    assert said in client.get("/explore/matrix/?measure=change").content.decode()
    assert said not in client.get("/explore/matrix/").content.decode()


def test_the_matrix_comes_as_a_drawing_whose_cells_are_links(client: Client) -> None:
    response = client.get("/explore/matrix/?kind=report&format=svg")
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "region-by-theme.svg" in response["Content-Disposition"]
    drawing = ElementTree.fromstring(response.content)  # noqa: S314  # our own answer
    space = {"s": "http://www.w3.org/2000/svg"}
    assert drawing.findtext("s:title", "", space) == "Regions × Policy themes: Records"
    links = [one.get("href") for one in drawing.iterfind("s:a", space)]
    address = "http://testserver/explore/cell/?region=shandong&theme=green&kind=report"
    assert links == [address]
    words = [one.text for one in drawing.iterfind("s:text", space)]
    assert {"Shandong", "Henan", "Green", "All"} <= set(words)
    assert len(list(drawing.iterfind("s:g", space))) == 1


def test_a_drawing_of_changes_says_which_years_it_compares(client: Client) -> None:
    response = client.get("/zh-hans/explore/matrix/?measure=change&format=svg")
    assert "2022–2024 / 2019–2021" in response.content.decode()


def test_the_path_names_the_matrix_below_the_overview(client: Client) -> None:
    page = client.get("/explore/matrix/").content.decode()
    assert '<a href="/explore/">Explore</a></li>' in page
    assert '<li aria-current="page">Matrix</li>' in page
