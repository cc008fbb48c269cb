from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from documents.models import DatedFact
from documents.search import indexing
from documents.views import search_files
from tests.build import NOON, a_document, a_draft, a_link, a_source, a_topic

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def rows(client: Client, asked: str) -> list[dict[str, str]]:
    indexing.drain()
    response = client.get(f"/search/{asked}")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(response.content.decode("utf-8-sig").splitlines()))


def test_every_hit_is_a_row_in_the_order_of_the_list(client: Client) -> None:
    for number in range(25):
        a_document(f"Ports {number}", sorted_on=date(2000 + number, 1, 1))
    found = rows(client, "?q=ports&sort=oldest&format=csv")
    assert [row["Title"] for row in found] == [f"Ports {number}" for number in range(25)]
    assert found[0]["Question"] == "http://testserver/search/?q=ports&sort=oldest"
    assert found[0]["Retrieved on"] == timezone.localdate().isoformat()


def test_a_row_tells_what_the_list_shows(client: Client) -> None:
    document = a_document(
        "Ports", source=a_source(), source_basis="stated", number="No.1", sorted_on="2024-05-01"
    )
    DatedFact.objects.create(document=document, role="report", on="2024-05-01", precision="month")
    a_link(document, a_topic("shandong", en="Shandong"))
    [row] = rows(client, "?q=ports&format=csv")
    assert row["Source"] == "Institute of Testing"
    assert row["Date"] == "2024-05"
    assert row["Region"] == "Shandong"
    assert row["Address"] == f"http://testserver{document.get_absolute_url()}"


def test_no_cell_is_a_formula(client: Client) -> None:
    a_document("=1+1 ports")
    assert rows(client, "?q=ports&format=csv")[0]["Title"] == "'=1+1 ports"


def test_what_is_hidden_stays_out(client: Client) -> None:
    a_draft("Canary ports")
    later = timezone.now() + timedelta(days=1)
    hidden = a_document("Ports", body="Canary", visible_from=NOON, embargo_until=later)
    a_link(hidden, a_topic("canary", en="Canary"))
    [row] = rows(client, "?q=ports&format=csv")
    assert "anary" not in str(row)


def test_a_file_ends_where_it_says(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_files, "MOST", 3)
    monkeypatch.setattr("documents.views.search.MOST_IN_FILE", 3)
    for number in range(5):
        a_document(f"Ports {number}")
    assert len(rows(client, "?q=ports&format=csv")) == 3
    assert len(rows(client, "?q=ports&format=csv&sort=recent")) == 3
    assert "(first 3)" in client.get("/search/?q=ports").text


def test_the_hits_are_references_for_other_programs_in_the_order_of_the_list(
    client: Client,
) -> None:
    for number in range(3):
        a_document(f"Ports {number}", sorted_on=date(2000 + number, 1, 1))
    indexing.drain()
    ris = client.get("/search/?q=ports&sort=newest&format=ris")
    titles = [line[6:] for line in ris.text.splitlines() if line.startswith("TI  - ")]
    assert titles == ["Ports 2", "Ports 1", "Ports 0"]
    assert ris["Content-Disposition"].endswith('.ris"')
    bibtex = client.get("/search/?q=ports&format=bibtex").text
    assert bibtex.count("Ports ") == 3


def test_references_hold_no_more_than_a_table(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_files, "MOST", 1)
    a_document("Ports one")
    a_document("Ports two")
    indexing.drain()
    assert client.get("/search/?q=ports&format=ris").text.count("ER  -") == 1


def test_the_queries_of_references_do_not_grow_with_the_hits(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        a_document(f"Ports {number}")
    indexing.drain()
    with django_assert_max_num_queries(8):
        client.get("/search/?q=ports&format=bibtex")


def test_every_file_is_offered_beside_the_number_of_hits(client: Client) -> None:
    a_document("Ports")
    indexing.drain()
    page = client.get("/search/?q=ports").text
    for name in ("csv", "bibtex", "ris"):
        assert f'href="/search/?q=ports&amp;format={name}"' in page
