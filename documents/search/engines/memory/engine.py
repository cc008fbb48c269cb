"""Searches records in memory, one by one, in plain words: the yardstick of the other engines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from documents.search.engines.base import MONTH, EngineHit, EngineResults, Entry
from documents.search.engines.memory.judging import (
    Figures,
    Held,
    Holds,
    Scores,
    is_between,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.search.engines.base import EngineQuery
    from documents.search.record import IndexRecord


class MemoryEngine:
    """Holds its records for the life of the process."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, str], Held] = {}

    def replace(self, document_ids: Iterable[int], records: Iterable[IndexRecord]) -> None:
        gone = set(document_ids)
        self._held = {key: held for key, held in self._held.items() if key[0] not in gone}
        for record in records:
            self._held[record.document_id, record.part] = Held(record, record.terms)

    def search(self, query: EngineQuery) -> EngineResults:
        figures = Figures(list(self._held.values()), query)
        matched = self._matched(figures, query)
        found = [held for held in matched if _passes(held.record, query, "")]
        scores = {id(held): Scores(figures, query, held).run(query.tree) for held in found}
        ordered = _sorted(found, query, scores)
        page = ordered[query.start : query.start + query.size]
        return EngineResults(
            total=len(found),
            hits=tuple(EngineHit(held.record.document_id, scores[id(held)]) for held in page),
            counts={facet: _count(matched, query, facet) for facet in query.counted},
        )

    def scan(self, query: EngineQuery, after: int) -> list[int]:
        matched = self._matched(Figures(list(self._held.values()), query), query)
        found = (held.record.document_id for held in matched if _passes(held.record, query, ""))
        return sorted(one for one in found if one > after)[: query.size]

    def _matched(self, figures: Figures, query: EngineQuery) -> list[Held]:
        return [
            held
            for held in self._held.values()
            if _is_visible(held.record, query) and Holds(figures, query, held).run(query.tree)
        ]

    def words(self, prefix: str, most: int) -> list[str]:
        found = {word for held in self._held.values() for word in held.terms.get("words", ())}
        return sorted(word for word in found if word.startswith(prefix))[:most]

    def entries(self) -> Iterator[Entry]:
        for held in self._held.values():
            record = held.record
            yield Entry(record.document_id, record.part, record.digest)

    def make_ready(self) -> None:
        """Nothing is left to do after a filling."""

    def close(self) -> None:
        """Keep the records: they live as long as the process."""


def _is_visible(record: IndexRecord, query: EngineQuery) -> bool:
    until = record.visible_until
    return record.visible_from <= query.now and (until is None or query.now < until)


def _passes(record: IndexRecord, query: EngineQuery, ignored: str) -> bool:
    """Tell whether a record passes every filter but that of one facet."""
    is_dated = ignored not in ("year", MONTH)
    if is_dated and not is_between(record, query.date_from, query.date_to):
        return False
    return all(
        facet == ignored or wanted.intersection(values_of(record, facet, query))
        for facet, wanted in query.filters.items()
    )


def _count(matched: Sequence[Held], query: EngineQuery, facet: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for held in matched:
        if _passes(held.record, query, facet):
            counts.update(values_of(held.record, facet, query))
    return dict(counts)


def _sorted(found: list[Held], query: EngineQuery, scores: dict[int, float]) -> list[Held]:
    newest = sorted(found, key=lambda held: _newest_first(held.record))
    if query.sort == "oldest":
        return sorted(found, key=lambda held: _oldest_first(held.record))
    if query.sort == "newest":
        return newest
    return sorted(newest, key=lambda held: -scores[id(held)])


def _newest_first(record: IndexRecord) -> tuple[int, int]:
    return (-record.sorted_on.toordinal() if record.sorted_on else 0, -record.document_id)


def _oldest_first(record: IndexRecord) -> tuple[bool, int, int]:
    day = record.sorted_on
    return (day is None, day.toordinal() if day else 0, record.document_id)
