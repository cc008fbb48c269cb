from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.search import indexing
from tests.build import a_document

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def records() -> None:
    for number in range(4):
        a_document(f"Port {number}", body="The port buys hydrogen.", kind="news")
        a_document(f"Farm {number}", body="The farm buys land.")
        a_document(f"Road {number}", body="The road buys land.")
    indexing.drain()


@pytest.mark.parametrize("asked", ["q=port", "q=port OR crane&kind=news", "q=port AND (", "q="])
def test_each_word_leads_to_as_many_records_as_it_says(client: Client, asked: str) -> None:
    page = client.get(f"/search/words/?{asked}")
    for narrowing in page.context["words"]:
        assert client.get(narrowing.address).context["page"].total == narrowing.word.count


def test_the_search_page_leads_there_with_its_filters(client: Client) -> None:
    page = client.get("/search/?q=buys&kind=news")
    address = page.context["words_address"]
    assert address == "/search/words/?q=buys&kind=news"
    words = [narrowing.word.text for narrowing in client.get(address).context["words"]]
    assert "hydrogen" in words
    assert "land" not in words


def test_the_words_come_as_a_table(client: Client) -> None:
    text = client.get("/search/words/?q=port&format=csv").content.decode("utf-8-sig")
    assert "hydrogen,4,4,3.0" in text
