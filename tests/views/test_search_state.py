"""Whatever an address of the search says survives every link and the form of its page."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from documents.search import indexing
from tests.build import a_document, a_link, a_topic

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

ASKED = {
    "q": "city cluster",
    "kind": "report",
    "region": "shandong",
    "tag": "hydrogen",
    "from": "2024",
    "to": "2024",
    "sort": "newest",
    "drop": "城市群",
}


@pytest.fixture
def found(client: Client) -> str:
    """The part of the page that changes with the question, as HTML."""
    theme = a_topic("city-clusters", "theme", en="City clusters", zh="城市群")
    region = a_topic("shandong", en="Shandong")
    for number in range(25):
        document = a_document(f"City clusters {number}")
        document.keywords.add("hydrogen")
        a_link(document, theme)
        a_link(document, region)
    indexing.drain()
    page = client.get("/search/", ASKED).text
    return page[page.index('id="found"') :]


def test_every_link_keeps_the_words_the_order_and_the_dropped_names(found: str) -> None:
    links = [unescape(link) for link in re.findall(r'href="(/search/\?[^"]*)"', found)]
    assert len(links) > 10
    for link in links:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
        lost = {name for name in ("q", "sort", "drop") if asked.get(name) != ASKED[name]}
        assert lost in (set(), {"drop"}), link
    without_drop = [link for link in links if "drop=" not in link]
    assert len(without_drop) == 1  # the one that searches the name again


def test_the_form_holds_every_part_of_the_question(found: str, client: Client) -> None:
    whole = client.get("/search/", ASKED).text
    for name, value in ASKED.items():
        fields = re.findall(rf"<(?:input|select)[^>]*name=\"{name}\"[^>]*>", whole)
        assert fields, name
        if name != "sort":
            assert any(f'value="{value}"' in field for field in fields), name
    assert '<option value="newest" selected>' in whole
    assert "checked" in re.findall(r'<input[^>]*name="region"[^>]*>', found)[0]


def test_the_pages_keep_every_part_of_the_question(found: str) -> None:
    [link] = set(re.findall(r'href="([^"]*page=2)"', found))
    asked = parse_qs(urlsplit(unescape(link)).query)
    assert {name: values[0] for name, values in asked.items()} == ASKED | {"page": "2"}
