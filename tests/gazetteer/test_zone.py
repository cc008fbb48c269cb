"""Which texts of a page or a record names are looked for in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone, find_mentions, zones_with
from tests.gazetteer.reading import linked

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer

LISTED = ("Wuxi counts the cranes that came back", "Housing for nurses in Lanzhou")
LISTED_HAN = ("关于印发《江苏省湿地名录（试行）》的通知", "兰州为护士建公租房")


@pytest.mark.parametrize("titles", [LISTED, LISTED_HAN])
def test_a_page_without_a_text_is_about_what_it_lists(titles: tuple[str, ...]) -> None:
    zones = zones_with([("title", "Notes"), ("body", "")], titles)
    assert zones == (Zone("title", "Notes"), Zone("entries", "\n".join(titles)))


@pytest.mark.parametrize("text", ["abstract", "body", "restricted"])
def test_titles_beside_a_text_tell_nothing_of_it(text: str) -> None:
    zones = zones_with([("title", "Notes"), (text, "Cranes turn.")], LISTED)
    assert [zone.name for zone in zones] == ["title", text]


def test_each_entry_of_a_list_proves_its_topics(shipped: Gazetteer) -> None:
    zones = [Zone("entries", "\n".join(LISTED))]
    assert {"wuxi", "lanzhou"} <= linked(shipped, zones, "region")
    assert "housing" in linked(shipped, zones, "theme")


def test_the_sentence_of_an_entry_is_that_entry_alone(shipped: Gazetteer) -> None:
    mentions = find_mentions([Zone("entries", "\n".join(LISTED_HAN))], shipped)
    assert {mention.quote for mention in mentions} <= set(LISTED_HAN)


def test_the_title_of_a_document_in_a_list_cites_nothing(shipped: Gazetteer) -> None:
    zone = Zone("entries", "\n".join(LISTED_HAN))
    mentions = find_mentions([zone], shipped)
    assert not [mention for mention in mentions if mention.facet == "instrument"]


def test_an_entry_cites_what_it_says_to_change(shipped: Gazetteer) -> None:
    zone = Zone("entries", "关于修改《江苏省湿地名录管理办法》的决定\n兰州为护士建公租房")
    found = [one.surface for one in find_mentions([zone], shipped) if one.facet == "instrument"]
    assert found == ["《江苏省湿地名录管理办法》"]
