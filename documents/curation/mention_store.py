"""Stores the names found in records; what a curator settled or rejected stays so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from documents.curation.plain_rows import insert_rows
from documents.models import Candidate, Mention
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from documents.gazetteer import FoundMention, Zone
    from documents.models import Document

type Place = tuple[str, int, int, str]
"""Zone, start, end and kind: where a mention stands."""

Status = Mention.Status


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A record, the texts that were read of it, and the names found there."""

    document: Document
    zones: tuple[Zone, ...]
    mentions: tuple[FoundMention, ...]


class StoredMention(NamedTuple):
    """A row as it is compared: thousands at a time, so that a model would be too dear."""

    pk: int
    document_id: int
    zone: str
    start: int
    end: int
    kind: str
    surface: str
    quote: str
    sense: str
    role: str
    polarity: str
    rule: str
    status: str
    topic_ids: frozenset[int]

    @property
    def is_decided(self) -> bool:
        return self.status != Status.FOUND


_COLUMNS = tuple(name for name in StoredMention._fields if name != "topic_ids")


def place_of(mention: FoundMention) -> Place:
    return (mention.zone, mention.start, mention.end, mention.facet)


def load_stored(document_ids: Collection[int]) -> dict[int, list[StoredMention]]:
    """Return the stored mentions of records by record, in two queries for all."""
    meanings: defaultdict[int, set[int]] = defaultdict(set)
    candidates = Candidate.objects.filter(mention__document__in=document_ids)
    for mention, topic in candidates.values_list("mention", "topic"):
        meanings[mention].add(topic)
    stored: dict[int, list[StoredMention]] = {pk: [] for pk in document_ids}
    mentions = Mention.objects.filter(document__in=document_ids).order_by("pk")
    for row in mentions.values_list(*_COLUMNS):
        stored[row[1]].append(StoredMention._make((*row, frozenset(meanings.get(row[0], ())))))
    return stored


def with_decisions(
    found: Iterable[FoundMention], stored: Iterable[StoredMention]
) -> list[FoundMention]:
    """Return the mentions as curators see them: rejected ones gone, settled names settled.

    A rejection holds for the same words in the same sentence, a settled meaning for the same name
    wherever the record has it and its meaning is open.
    """
    rejected = set()
    meanings: dict[tuple[str, str], tuple[int, ...]] = {}
    for one in stored:
        if one.status == Status.REJECTED:
            rejected.add((one.zone, one.kind, one.surface, one.quote))
        elif one.is_decided and one.topic_ids:
            meanings[one.kind, fold(one.surface)] = tuple(sorted(one.topic_ids))
    return [
        _settled(one, meanings)
        for one in found
        if (one.zone, one.facet, one.surface, one.quote) not in rejected
    ]


def _settled(
    mention: FoundMention, meanings: Mapping[tuple[str, str], tuple[int, ...]]
) -> FoundMention:
    if not meanings or mention.topic_id is not None:
        return mention
    meaning = meanings.get((mention.facet, fold(mention.surface)))
    return mention._replace(topic_ids=meaning, rule="curator") if meaning else mention


def store_mentions(
    found: Sequence[FoundIn], stored: Mapping[int, Sequence[StoredMention]], version: str
) -> dict[int, dict[Place, int]]:
    """Make the stored mentions of records those found, touching only what differs.

    Their keys are returned by record and place. Rows that a curator decided move with their
    sentence, and go only when it has gone.
    """
    keys: dict[int, dict[Place, int]] = {}
    gone: list[int] = []
    new: list[tuple[int, FoundMention]] = []
    for one in found:
        wanted = {place_of(mention): mention for mention in one.mentions}
        rows = stored[one.document.pk]
        kept = keys[one.document.pk] = _kept(rows, wanted, one.zones)
        staying = set(kept.values())
        gone += [row.pk for row in rows if row.pk not in staying]
        new += [(one.document.pk, mention) for at, mention in wanted.items() if at not in kept]
    if gone:
        Mention.objects.filter(pk__in=gone).delete()
    for (document_id, mention), pk in zip(new, _create(new, version), strict=True):
        keys[document_id][place_of(mention)] = pk
    return keys


def _kept(
    rows: Iterable[StoredMention], wanted: Mapping[Place, FoundMention], zones: Iterable[Zone]
) -> dict[Place, int]:
    """Return the stored rows that stay, by where they stand now; decided ones go first."""
    texts = {zone.name: zone.text for zone in zones}
    kept: dict[Place, int] = {}
    for row in sorted(rows, key=lambda one: not one.is_decided):
        place = _place(row, texts)
        if place is not None and place not in kept and _stays(row, wanted.get(place)):
            kept[place] = row.pk
    return kept


def _place(row: StoredMention, texts: Mapping[str, str]) -> Place | None:
    """Return where a stored mention stands now; a decided one is found again by its quote."""
    if not row.is_decided:
        return (row.zone, row.start, row.end, row.kind)
    text = texts.get(row.zone, "")
    start = row.start
    if text[row.start : row.end] != row.surface or row.quote not in text:
        quote_at = text.find(row.quote)
        if quote_at < 0:
            return None
        start = text.find(row.surface, quote_at)
        moved = Mention.objects.filter(pk=row.pk)
        moved.update(start=start, end=start + len(row.surface))
    return (row.zone, start, start + len(row.surface), row.kind)


def _stays(row: StoredMention, wanted: FoundMention | None) -> bool:
    if row.is_decided:
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


def _values_of(row: StoredMention) -> tuple[object, ...]:
    return (row.surface, row.quote, row.sense, row.role, row.polarity, row.rule, row.topic_ids)


def _create(mentions: Sequence[tuple[int, FoundMention]], version: str) -> list[int]:
    """Store mentions with what they may mean; return their keys in order."""
    keys = insert_rows(Mention, _FIELDS, (_row(pk, one, version) for pk, one in mentions))
    meanings = (
        (key, topic_id)
        for key, (_, one) in zip(keys, mentions, strict=True)
        for topic_id in one.topic_ids
    )
    insert_rows(Candidate, ("mention", "topic"), meanings)
    return keys


_FIELDS = (
    *("document", "zone", "start", "end", "surface", "quote", "kind", "sense", "role"),
    *("polarity", "rule", "vocabulary_version", "status"),
)


def _row(document_id: int, mention: FoundMention, version: str) -> tuple[int | str, ...]:
    return (
        document_id,
        mention.zone,
        mention.start,
        mention.end,
        mention.surface,
        mention.quote,
        mention.facet,
        mention.sense,
        mention.role,
        mention.polarity,
        mention.rule,
        version,
        Status.FOUND.value,
    )
