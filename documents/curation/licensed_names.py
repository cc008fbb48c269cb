"""Keeps what licensed text says apart, so that nothing public can be read off it.

The names of the public text are found as if there were no licensed text: else a province named
there would settle a name here. A link that the public text carries counts and quotes only that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from documents.gazetteer import find_mentions, propose_links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer import FoundMention, Gazetteer, ProposedLink, Zone

LICENSED = "restricted"


def names_in(zones: Sequence[Zone], gazetteer: Gazetteer) -> list[FoundMention]:
    """Return the names of the public zones, then those of the licensed one."""
    public = [zone for zone in zones if zone.name != LICENSED]
    found = list(find_mentions(public, gazetteer))
    if len(public) < len(zones):
        found += _licensed(find_mentions(zones, gazetteer))
    return found


def links_of(mentions: Sequence[FoundMention]) -> list[ProposedLink]:
    """Return the links of the public text, then those that only licensed text carries."""
    public = list(propose_links([one for one in mentions if one.zone != LICENSED]))
    known = {link.topic_id for link in public}
    licensed = []
    if len(_licensed(mentions)):
        rest = [link for link in propose_links(mentions) if link.topic_id not in known]
        licensed = [_licensed_only(link) for link in rest]
    return public + [link for link in licensed if link.quotes]


def licensed_by_topic(mentions: Sequence[FoundMention]) -> dict[int, list[FoundMention]]:
    """Return the settled mentions of licensed text by their topic."""
    by_topic: defaultdict[int, list[FoundMention]] = defaultdict(list)
    for mention in _licensed(mentions):
        if mention.topic_id is not None:
            by_topic[mention.topic_id].append(mention)
    return dict(by_topic)


def _licensed(mentions: Sequence[FoundMention]) -> list[FoundMention]:
    return [mention for mention in mentions if mention.zone == LICENSED]


def _licensed_only(link: ProposedLink) -> ProposedLink:
    """Return a link with its licensed evidence only; cues of the public text did not carry it."""
    return replace(
        link,
        mentions=tuple(_licensed(link.mentions)),
        quotes=tuple(quote for quote in link.quotes if quote.zone == LICENSED),
    )
