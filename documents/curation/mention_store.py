"""Stores the names found in a record; what a curator settled or rejected stays so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from documents.models import Candidate, Mention
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.gazetteer import FoundMention, Zone
    from documents.models import Document

type Place = tuple[str, int, int, str]
"""Zone, start, end and kind: where a mention stands."""

Status = Mention.Status


def place_of(mention: FoundMention) -> Place:
    return (mention.zone, mention.start, mention.end, mention.facet)


def with_decisions(found: Iterable[FoundMention], decided: Iterable[Mention]) -> list[FoundMention]:
    """Return the mentions as curators see them: rejected ones gone, settled names settled.

    A rejection holds for the same words in the same sentence, a settled meaning for the same name
    wherever the record has it and its meaning is open.
    """
    rejected = set()
    meanings: dict[tuple[str, str], tuple[int, ...]] = {}
    for one in decided:
        if one.status == Status.REJECTED:
            rejected.add((one.zone, one.kind, one.surface, one.quote))
        elif ids := tuple(candidate.topic_id for candidate in one.candidates.all()):
            meanings[one.kind, fold(one.surface)] = ids
    return [
        _settled(one, meanings)
        for one in found
        if (one.zone, one.facet, one.surface, one.quote) not in rejected
    ]


def _settled(
    mention: FoundMention, meanings: Mapping[tuple[str, str], tuple[int, ...]]
) -> FoundMention:
    meaning = meanings.get((mention.facet, fold(mention.surface)))
    if meaning is None or mention.topic_id is not None:
        return mention
    return replace(mention, topic_ids=meaning, rule="curator")


def store_mentions(
    document: Document, mentions: Sequence[FoundMention], version: str, zones: Sequence[Zone]
) -> dict[Place, int]:
    """Make the stored mentions those given, touching only what differs; return their keys.

    Rows that a curator decided move with their sentence, and go only when it has gone.
    """
    stored = list(document.mentions.prefetch_related("candidates"))
    wanted = {place_of(mention): mention for mention in mentions}
    kept: dict[Place, int] = {}
    gone: list[int] = []
    texts = {zone.name: zone.text for zone in zones}
    for row in _decided_first(stored):
        place = _place(row, texts)
        if place is None or place in kept or not _stays(row, wanted.get(place)):
            gone.append(row.pk)
        else:
            kept[place] = row.pk
    Mention.objects.filter(pk__in=gone).delete()
    new = [mention for place, mention in wanted.items() if place not in kept]
    return kept | _create(document, new, version)


def _decided_first(rows: Iterable[Mention]) -> list[Mention]:
    return sorted(rows, key=lambda row: row.status == Status.FOUND)


def _place(row: Mention, texts: Mapping[str, str]) -> Place | None:
    """Return where a stored mention stands now; a decided one is found again by its quote."""
    if row.status == Status.FOUND:
        return (row.zone, row.start, row.end, row.kind)
    text = texts.get(row.zone, "")
    if text[row.start : row.end] != row.surface or row.quote not in text:
        quote_at = text.find(row.quote)
        if quote_at < 0:
            return None
        row.start = text.find(row.surface, quote_at)
        row.end = row.start + len(row.surface)
        row.save(update_fields=["start", "end"])
    return (row.zone, row.start, row.end, row.kind)


def _stays(row: Mention, wanted: FoundMention | None) -> bool:
    if row.status != Status.FOUND:
        return True
    return wanted is not None and _values_of(row) == _values(wanted)


def _values(mention: FoundMention) -> tuple[object, ...]:
    return (
        mention.surface,
        mention.quote,
        mention.sense,
        mention.role,
        mention.polarity,
        mention.rule,
        frozenset(mention.topic_ids),
    )


def _values_of(row: Mention) -> tuple[object, ...]:
    ids = frozenset(candidate.topic_id for candidate in row.candidates.all())
    return (row.surface, row.quote, row.sense, row.role, row.polarity, row.rule, ids)


def _create(document: Document, mentions: Sequence[FoundMention], version: str) -> dict[Place, int]:
    rows = Mention.objects.bulk_create(
        Mention(
            document=document,
            zone=one.zone,
            start=one.start,
            end=one.end,
            surface=one.surface,
            quote=one.quote,
            kind=one.facet,
            sense=one.sense,
            role=one.role,
            polarity=one.polarity,
            rule=one.rule,
            vocabulary_version=version,
        )
        for one in mentions
    )
    Candidate.objects.bulk_create(
        Candidate(mention=row, topic_id=topic_id)
        for row, one in zip(rows, mentions, strict=True)
        for topic_id in one.topic_ids
    )
    return {place_of(one): row.pk for row, one in zip(rows, mentions, strict=True)}
