"""Short ways to ask what the shipped vocabulary finds in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer import Zone, find_mentions, propose_links

if TYPE_CHECKING:
    from documents.gazetteer import FoundMention, Gazetteer


def found(
    gazetteer: Gazetteer, text: str, facet: str = "", zone: str = "body"
) -> list[FoundMention]:
    mentions = find_mentions([Zone(zone, text)], gazetteer)
    return [mention for mention in mentions if facet in ("", mention.facet)]


def slugs(gazetteer: Gazetteer, text: str, facet: str) -> set[str]:
    """Return the topics of a facet that a text proposes links to."""
    return linked(gazetteer, [Zone("body", text)], facet)


def linked(gazetteer: Gazetteer, zones: list[Zone], facet: str) -> set[str]:
    return {gazetteer.topics[pk].slug for pk in topic_ids(gazetteer, zones, facet)}


def topic_ids(gazetteer: Gazetteer, zones: list[Zone], facet: str) -> set[int]:
    links = propose_links(find_mentions(zones, gazetteer))
    return {link.topic_id for link in links if gazetteer.topics[link.topic_id].facet == facet}
