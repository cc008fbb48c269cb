from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from documents.search import indexing
from tests.build import NOON, a_document, a_topic

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_passage_leads_to_its_place_with_the_words_marked(client: Client) -> None:
    a_topic("city-clusters", "theme", en="City clusters", zh="城市群")
    a_document("One", body="Filler. " * 100 + "City clusters grow.\n\n城市群发展。")
    indexing.drain()
    page = client.get("/search/", {"q": "城市群"}).text
    address = next(link for link in re.findall(r'href="([^"]+#b\d+)"', page))
    path, _, place = address.replace("&amp;", "&").partition("#")
    record = client.get(path)
    assert f'<mark id="{place}">' in record.text
    assert "<mark " in record.text
    assert len(record.context["places"]) == 2
    assert f'href="#{place}"' in record.text


def test_dropped_names_and_exact_words_are_marked_no_more(client: Client) -> None:
    a_topic("city-clusters", "theme", en="City clusters", zh="城市群")
    document = a_document("One", body="City clusters grow. 城市群发展。")
    address = document.get_absolute_url()
    for query, count in (("", 2), ("&exact=1", 1), ("&drop=City+clusters", 1)):
        assert len(client.get(f"{address}?q=城市群{query}").context["places"]) == count


def test_a_record_opened_without_a_search_has_no_marks(client: Client) -> None:
    page = client.get(a_document().get_absolute_url())
    assert page.context["places"] == []
    assert "<mark" not in page.text


def test_a_text_under_embargo_is_not_marked(client: Client) -> None:
    document = a_document("One", body="Canary.", embargo_until=NOON + timedelta(days=9999))
    page = client.get(f"{document.get_absolute_url()}?q=canary")
    assert "anary." not in page.text
    assert page.context["places"] == []
