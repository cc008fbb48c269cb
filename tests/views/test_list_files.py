from __future__ import annotations

import csv
from datetime import date

import pytest
from django.test import Client

from documents.curation.keeping import keep
from documents.models import Author, Authorship, DatedFact
from tests.build import a_document, a_draft, a_user

pytestmark = pytest.mark.django_db


def test_a_list_comes_as_a_table_with_its_notes(client: Client) -> None:
    ann, document = a_user(), a_document("=SUM(A1)")
    client.force_login(ann)
    entry = keep(document, ann, "To read", "for chapter 2")
    address = entry.record_list.get_absolute_url()
    table = client.get(f"{address}?format=csv").content.decode("utf-8-sig")
    row = list(csv.reader(table.splitlines()))[1]
    assert row[0] == "'=SUM(A1)"
    assert row[3:] == [
        "2024-05-31",
        f"http://testserver/documents/{document.pk}-suma1/",
        "for chapter 2",
    ]


def test_a_date_stands_in_the_table_no_finer_than_it_is_known(client: Client) -> None:
    document = a_document()
    on = date(2024, 5, 31)
    DatedFact.objects.create(document=document, role="posted", on=on, precision="month")
    client.post(f"/lists/keep/{document.pk}/")
    table = client.get("/lists/?format=csv").content.decode("utf-8-sig")
    assert list(csv.reader(table.splitlines()))[1][3] == "2024-05"


def test_a_list_comes_as_references_with_the_authors_in_order(client: Client) -> None:
    document = a_document()
    for position, name in enumerate(("Li Zuojun", "Wang Bingwen")):
        Authorship.objects.create(
            document=document, author=Author.objects.create(name=name), position=position
        )
    client.post(f"/lists/keep/{document.pk}/")
    answer = client.get("/lists/?format=bibtex")
    assert "kept-records.bib" in answer["Content-Disposition"]
    text = answer.content.decode()
    assert text.index("Zuojun") < text.index("Bingwen")


def test_a_record_that_is_public_no_longer_is_in_no_file(client: Client) -> None:
    ann, draft = a_user(), a_draft("Secret draft")
    client.force_login(ann)
    address = keep(draft, ann, "To read", "my note").record_list.get_absolute_url()
    for name in ("csv", "bibtex", "ris", "gbt7714"):
        assert b"Secret draft" not in client.get(f"{address}?format={name}").content


def test_an_unknown_form_of_file_gives_the_page(client: Client) -> None:
    answer = client.get("/lists/?format=exe")
    assert answer.status_code == 200
    assert "<h1>Your lists</h1>" in answer.content.decode()
