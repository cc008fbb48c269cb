"""Settles a place's name that several places bear, by the province that stands nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.gazetteer.spelling import needs_province

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.vocabulary import Gazetteer


@dataclass(frozen=True, slots=True)
class _Province:
    topic_id: int
    zone: str
    start: int


def settle(mentions: Sequence[FoundMention], gazetteer: Gazetteer) -> list[FoundMention]:
    """Return the mentions with ambiguous places settled where the text settles them.

    Of several candidates the one wins whose province is named nearest in the same zone, else the
    only one whose province is named in another, else the only one beside whom the text names
    other cities of the same province. Without any, all candidates stay: nothing is guessed. Short
    forms that need their province are let go where it is not named.
    """
    provinces = [
        _Province(mention.topic_id, mention.zone, mention.start)
        for mention in mentions
        if mention.topic_id and gazetteer.topics[mention.topic_id].level == "province"
    ]
    neighbours = {
        province_id
        for mention in mentions
        if mention.topic_id and gazetteer.topics[mention.topic_id].level == "prefecture"
        if (province_id := gazetteer.topics[mention.topic_id].province_id)
    }
    settled = (_settled(mention, provinces, neighbours, gazetteer) for mention in mentions)
    return [mention for mention in settled if mention is not None]


def _settled(
    mention: FoundMention,
    provinces: Sequence[_Province],
    neighbours: Collection[int],
    gazetteer: Gazetteer,
) -> FoundMention | None:
    if mention.facet != "region":
        return mention
    is_doubtful, is_ambiguous = needs_province(mention.surface), len(mention.topic_ids) > 1
    if not is_doubtful and not is_ambiguous:
        return mention
    topic_id = _nearest(mention, provinces, gazetteer)
    if topic_id is None and is_ambiguous:
        topic_id = _among(mention, neighbours, gazetteer)
    if topic_id is None:
        return None if is_doubtful else mention._replace(rule="homonym")
    if not is_ambiguous:
        return mention
    return mention._replace(topic_ids=(topic_id,), rule="homonym-by-province")


def _nearest(
    mention: FoundMention, provinces: Sequence[_Province], gazetteer: Gazetteer
) -> int | None:
    """Return the candidate whose province stands nearest to the name, None without evidence."""
    of_province = {
        gazetteer.topics[topic_id].province_id: topic_id for topic_id in mention.topic_ids
    }
    named = [one for one in provinces if one.topic_id in of_province]
    beside = [one for one in named if one.zone == mention.zone]
    if beside:
        nearest = min(beside, key=lambda one: abs(one.start - mention.start))
        return of_province[nearest.topic_id]
    elsewhere = {one.topic_id for one in named}
    return of_province[elsewhere.pop()] if len(elsewhere) == 1 else None


def _among(mention: FoundMention, neighbours: Collection[int], gazetteer: Gazetteer) -> int | None:
    """Return the only candidate whose province has other cities in the text."""
    found = [pk for pk in mention.topic_ids if gazetteer.topics[pk].province_id in neighbours]
    return found[0] if len(found) == 1 else None
