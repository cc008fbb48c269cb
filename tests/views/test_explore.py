from __future__ import annotations

import csv
from datetime import date
from http import HTTPStatus
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.models import Document, Place
from tests.build import a_document, a_draft, a_link, a_source, a_topic

pytestmark = pytest.mark.django_db

PAGES = {
    "overview": "/explore/",
    "timeline": "/explore/timeline/?region=shandong&theme=green",
    "timeline by level": "/explore/timeline/?by=level",
    "map": "/explore/map/?theme=green&from=2020",
    "topics": "/explore/compare/?a=Shandong&b=theme:green",
    "records": "/explore/compare/?a=1&b=2",
}


@pytest.fixture(autouse=True)
def records() -> list[Document]:
    shandong, green = a_topic("shandong", zh="山东"), a_topic("green", "theme")
    Place.objects.create(topic=shandong, level="province", code="37")
    first = a_document("First", pk=1, source=a_source(level="media"), source_basis="stated")
    second = a_document("Second", pk=2, kind="news", sorted_on=date(2022, 3, 1))
    draft = a_draft("Secret draft")
    for document in (first, second, draft):
        a_link(document, shandong, quote="It happened in Shandong.")
    a_link(first, green, quote="It was green.")
    a_link(draft, green)
    return [first, second]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_at_most_twelve_queries_however_many_records(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, name: str
) -> None:
    for number in range(9):
        a_document(f"Another {number}")
    with django_assert_max_num_queries(12):
        assert client.get(PAGES[name]).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", PAGES)
def test_a_draft_is_neither_named_nor_counted(client: Client, name: str) -> None:
    page = client.get(PAGES[name]).content.decode()
    assert "Secret draft" not in page
    assert "3 records" not in page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("extra", ["&from=x&to=99999", "&region=unheard&kind=none", "&a=%00&by=["])
def test_nothing_typed_breaks_a_page(client: Client, name: str, extra: str) -> None:
    address = PAGES[name]
    joined = address + (extra if "?" in address else "?" + extra[1:])
    assert client.get(joined).status_code == HTTPStatus.OK


def test_a_piece_of_the_timeline_opens_its_records(client: Client) -> None:
    page = client.get("/explore/timeline/?region=shandong").content.decode()
    assert 'href="/search/?region=shandong&amp;kind=news&amp;from=2022&amp;to=2022"' in page
    assert "2022, News item: 1 record" in page


def test_a_piece_of_a_level_opens_the_records_of_its_sources(client: Client) -> None:
    page = client.get("/explore/timeline/?by=level").content.decode()
    assert 'href="/search/?source=institute-of-testing&amp;from=2024&amp;to=2024"' in page


def test_the_first_use_of_a_chosen_topic_is_marked(client: Client) -> None:
    page = client.get("/explore/timeline/?region=shandong").content.decode()
    assert "Shandong: first in 2022" in page


def test_the_timeline_comes_as_csv_and_as_a_drawing(client: Client) -> None:
    table = client.get("/explore/timeline/?format=csv")
    rows = list(csv.reader(table.content.decode("utf-8-sig").splitlines()))
    assert rows == [
        ["Year", "Report", "News item", "All"],
        ["2022", "0", "1", "1"],
        ["2023", "0", "0", "0"],
        ["2024", "1", "0", "1"],
    ]
    drawing = client.get("/explore/timeline/?format=svg")
    assert "records-per-year.svg" in drawing["Content-Disposition"]
    root = ElementTree.fromstring(drawing.content)  # noqa: S314  # our own answer
    links = [link.get("href", "") for link in root.iter("{http://www.w3.org/2000/svg}a")]
    assert links
    assert all(link.startswith("http://testserver/search/?") for link in links)


def test_a_tile_opens_the_records_of_its_province_with_the_filters(client: Client) -> None:
    page = client.get("/explore/map/?theme=green").content.decode()
    assert 'href="/search/?region=shandong&amp;theme=green"' in page
    assert 'aria-label="Shandong: 1 record"' in page


def test_the_map_comes_as_csv_and_as_a_drawing(client: Client) -> None:
    table = client.get("/explore/map/?format=csv")
    rows = list(csv.reader(table.content.decode("utf-8-sig").splitlines()))
    assert rows[1] == ["37", "Shandong", "山东", "Region", "2"]
    drawing = client.get("/explore/map/?format=svg")
    ElementTree.fromstring(drawing.content)  # noqa: S314  # our own answer


def test_two_topics_show_their_shared_record_with_both_sentences(client: Client) -> None:
    page = client.get(PAGES["topics"]).content.decode()
    assert "1 of the 2 records on either topic are on both." in page
    assert "It happened in Shandong." in page
    assert "It was green." in page
    assert 'href="/search/?region=shandong&amp;theme=green"' in page


def test_two_records_show_the_topics_on_both(client: Client) -> None:
    page = client.get(PAGES["records"]).content.decode()
    assert "1 topic on both, with the sentences" in page


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("a=Atlantis&b=Shandong", "Nothing here is called “Atlantis”"),
        ("a=Shandong&b=山东", "Both sides are the same"),
        ("a=Shandong&b=1", "One side is a topic and the other a record"),
        ("", "Choose two topics or two records"),
    ],
)
def test_what_cannot_be_compared_is_said_in_words(client: Client, asked: str, answer: str) -> None:
    assert answer in client.get(f"/explore/compare/?{asked}").content.decode()


def test_filters_that_no_record_answers_are_to_be_taken_away(client: Client) -> None:
    page = client.get("/explore/timeline/?kind=brief").content.decode()
    assert "No dated record answers these filters" in page


def test_an_empty_base_says_so_instead_of_drawing(client: Client) -> None:
    Document.objects.all().delete()
    assert "There are no records yet" in client.get("/explore/").content.decode()
    assert "There are no dated records" in client.get("/explore/timeline/").content.decode()
    assert client.get("/explore/map/").status_code == HTTPStatus.OK
