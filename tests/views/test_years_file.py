from __future__ import annotations

import csv
from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client

from documents.models import Author, Authorship
from documents.search import rebuilding
from tests.build import a_document, a_link, a_source, a_topic

pytestmark = pytest.mark.django_db

PAGES = [
    *(
        "/regions/shandong/",
        "/sources/institute-of-testing/",
        "/tags/water/",
        "/authors/90001-ann/",
    ),
    *("/series/Report/", "/search/?region=shandong"),
]


@pytest.fixture(autouse=True)
def _records() -> None:
    region = a_topic("shandong")
    for year in (2022, 2024):
        document = a_document(
            f"Of {year}",
            series="Report",
            source=a_source(),
            source_basis="stated",
            sorted_on=date(year, 3, 1),
        )
        a_link(document, region)
        document.keywords.add("water")
        author, _made = Author.objects.get_or_create(pk=90001, name="Ann")
        Authorship.objects.create(document=document, author=author, position=0)
    rebuilding.rebuild()


def _asked(address: str, form: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}years={form}"


def _offered(address: str, form: str) -> str:
    """Return the link as it stands on the page, which is relative to it."""
    _path, _mark, query = _asked(address, form).partition("?")
    return f'href="?{query.replace("&", "&amp;")}"'


@pytest.mark.parametrize("address", PAGES)
def test_the_years_of_a_page_come_as_a_table(client: Client, address: str) -> None:
    assert _offered(address, "csv") in client.get(address).content.decode()
    table = client.get(_asked(address, "csv"))
    assert "records-per-year.csv" in table["Content-Disposition"]
    rows = list(csv.reader(table.content.decode("utf-8-sig").splitlines()))
    assert [row for row in rows if row[1] != "0"] == [
        ["Year", "Records"],
        ["2022", "1"],
        ["2024", "1"],
    ]


@pytest.mark.parametrize("address", PAGES)
def test_the_years_of_a_page_come_as_a_drawing_with_whole_addresses(
    client: Client, address: str
) -> None:
    assert _offered(address, "svg") in client.get(address).content.decode()
    drawing = client.get(_asked(address, "svg"))
    assert drawing["Content-Type"] == "image/svg+xml; charset=utf-8"
    root = ElementTree.fromstring(drawing.content)  # noqa: S314  our own answer
    links = [link.get("href", "") for link in root.iter("{http://www.w3.org/2000/svg}a")]
    assert len(links) == 2
    assert all(link.startswith("http://testserver/search/?") for link in links)


def test_the_months_of_a_year_come_as_well(client: Client) -> None:
    table = client.get("/search/?from=2024&to=2024&years=csv").content.decode("utf-8-sig")
    assert "3,1" in table
