from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils.html import escape

from documents.search import indexing
from tests.build import a_document, a_topic

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def test_other_names_are_told_and_each_can_be_dropped_and_taken_back(client: Client) -> None:
    a_topic("city-clusters", "theme", en="City clusters", zh="城市群")
    a_document("三", body="城市群发展。")
    indexing.drain()
    page = client.get("/search/", {"q": "city cluster"})
    [line] = page.context["also"]
    assert line.topic == "/themes/city-clusters/"
    [chip] = line.names
    assert chip.name == "城市群"
    assert escape(chip.address) in page.text
    without = client.get(chip.address)
    assert without.context["page"].total == 0
    [back] = without.context["also"][0].dropped
    assert client.get(back.address).context["page"].total == 1


def test_the_exact_switch_is_offered(client: Client) -> None:
    a_topic("city-clusters", "theme", en="City clusters", zh="城市群")
    page = client.get("/search/", {"q": "city cluster"})
    assert escape(page.context["exact_address"]) in page.text
    assert client.get(page.context["exact_address"]).context["also"] == ()
