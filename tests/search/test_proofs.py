from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from documents.search import SearchQuery, find, indexing
from tests.build import NOON, a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def snippets(text: str = "", **asked: Any) -> list[str]:
    indexing.drain()
    hits = find(SearchQuery(text, **asked), a_visibility()).hits
    return [hit.passages[0].text for hit in hits if hit.passages]


def test_a_topic_chosen_shows_the_sentence_that_links_each_record_its_name_marked() -> None:
    region = a_topic("shandong", en="Shandong", zh="山东")
    a_link(a_document("First", body="It begins."), region, quote="Ports of Shandong & more.")
    assert snippets(regions=("shandong",)) == ["Ports of <mark>Shandong</mark> &amp; more."]
    assert snippets("region:Shandong") == snippets(regions=("shandong",))


def test_a_link_to_a_place_within_the_region_is_proof_too() -> None:
    region = a_topic("shandong")
    city = a_topic("jinan", en="Jinan", parent=region)
    a_link(a_document("First", body="It begins."), city, quote="Jinan builds.")
    assert snippets(regions=("shandong",)) == ["<mark>Jinan</mark> builds."]


def test_words_that_stand_in_the_text_come_before_the_sentence_of_a_link() -> None:
    region = a_topic("shandong")
    a_link(a_document("First", body="Of rails."), region, quote="Shandong.")
    assert snippets("rails", regions=("shandong",)) == ["Of <mark>rails</mark>."]


def test_a_record_found_by_its_link_alone_shows_why() -> None:
    region = a_topic("shandong", en="Shandong", zh="山东")
    a_link(a_document("First", body="It begins."), region, quote="The province of Confucius.")
    assert snippets("山东") == ["The province of Confucius."]


def test_no_sentence_shows_that_rests_on_licensed_text_or_lies_under_an_embargo() -> None:
    region = a_topic("shandong")
    open_one = a_document("First", body="It begins.", access="licensed")
    a_link(open_one, region, quote="Public.", confidence=0.5)
    a_link(open_one, a_topic("jinan", parent=region), quote="Secret.", is_restricted=True)
    later = a_document("Later", body="Hidden.", embargo_until=NOON + timedelta(days=9))
    a_link(later, region, quote="Embargoed.")
    assert snippets(regions=("shandong",)) == ["Public."]
