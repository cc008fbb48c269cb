from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from documents.search import rebuilding
from tests.build import a_document, a_draft

pytestmark = pytest.mark.django_db


def test_a_keyword_has_a_page_and_the_search_within_it_finds_the_same(client: Client) -> None:
    document = a_document()
    document.keywords.add("hydrogen")
    rebuilding.rebuild()
    page = client.get("/tags/hydrogen/").content.decode()
    assert document.title in page
    assert 'href="/search/?tag=hydrogen"' in page
    assert document.title in client.get("/search/?tag=hydrogen").content.decode()


def test_a_word_that_only_hidden_records_carry_is_not_found(client: Client) -> None:
    a_draft().tags.add("secret")
    assert client.get("/tags/secret/").status_code == HTTPStatus.NOT_FOUND
