from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.models import Author, Authorship, Document
from documents.search import indexing
from tests.build import a_document, a_draft

pytestmark = pytest.mark.django_db


def by(name: str, document: Document) -> Author:
    author, _ = Author.objects.get_or_create(name=name)
    Authorship.objects.create(document=document, author=author, position=0)
    return author


def test_an_author_has_a_page_that_the_record_leads_to(client: Client) -> None:
    document = a_document()
    author = by("Li Zuojun", document)
    assert (
        f'href="{author.get_absolute_url()}"'
        in client.get(document.get_absolute_url()).content.decode()
    )
    page = client.get(author.get_absolute_url()).content.decode()
    assert document.title in page


def test_the_search_for_the_records_holds_with_a_quotation_mark_in_the_name(client: Client) -> None:
    author = by('James "Jim" Wang', a_document())
    address = client.get(author.get_absolute_url()).context["search_address"]
    assert "/search/?q=author%3A%22James++Jim++Wang%22" in address
    indexing.drain()
    assert [hit.document for hit in client.get(address).context["page"].hits] == [
        author.authorships.get().document
    ]


def test_a_wrong_slug_leads_to_the_right_one(client: Client) -> None:
    author = by("Li Zuojun", a_document())
    response = client.get(f"/authors/{author.pk}-wrong/")
    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response["Location"] == author.get_absolute_url()


def test_the_author_of_a_draft_is_not_found_by_any_slug(client: Client) -> None:
    author = by("Li Zuojun", a_draft())
    for address in (author.get_absolute_url(), f"/authors/{author.pk}/"):
        assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_the_page_takes_at_most_twelve_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(25):
        author = by("Li Zuojun", a_document(f"Record {number}"))
    with django_assert_max_num_queries(12):
        client.get(author.get_absolute_url())


def test_one_record_alone_is_not_counted_off(client: Client) -> None:
    author = by("Li Zuojun", a_document("Record 1"))
    assert "1–1 of 1" not in client.get(author.get_absolute_url()).content.decode()
    by("Li Zuojun", a_document("Record 2"))
    assert "1–2 of 2" in client.get(author.get_absolute_url()).content.decode()
