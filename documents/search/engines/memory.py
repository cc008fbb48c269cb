"""Searches records in memory, one by one, in plain words: the yardstick of the other engines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from documents.search.engines.base import MONTH, EngineHit, EngineResults, Entry
from documents.search.scoring import CONSTANT, FIELD_WEIGHTS, K1, B, idf, scored_fields
from documents.search.terms import fields_for, first_with_prefix
from documents.search.tree import (
    And,
    Best,
    Between,
    Everything,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.search.engines.base import EngineQuery
    from documents.search.record import IndexRecord


@dataclass(frozen=True, slots=True)
class _Held:
    record: IndexRecord
    terms: dict[str, list[str]]


class MemoryEngine:
    """Holds its records for the life of the process."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, str], _Held] = {}

    def replace(self, document_ids: Iterable[int], records: Iterable[IndexRecord]) -> None:
        gone = set(document_ids)
        self._held = {key: held for key, held in self._held.items() if key[0] not in gone}
        for record in records:
            self._held[record.document_id, record.part] = _Held(record, record.terms)

    def search(self, query: EngineQuery) -> EngineResults:
        match = _Match(list(self._held.values()), query)
        matched = self._matched(match, query)
        found = [held for held in matched if _passes(held.record, query, "")]
        scores = {id(held): match.score(query.tree, held) for held in found}
        ordered = _sorted(found, query, scores)
        page = ordered[query.start : query.start + query.size]
        return EngineResults(
            total=len(found),
            hits=tuple(EngineHit(held.record.document_id, scores[id(held)]) for held in page),
            counts={facet: _count(matched, query, facet) for facet in query.counted},
        )

    def scan(self, query: EngineQuery, after: int) -> list[int]:
        matched = self._matched(_Match(list(self._held.values()), query), query)
        found = (held.record.document_id for held in matched if _passes(held.record, query, ""))
        return sorted(one for one in found if one > after)[: query.size]

    def _matched(self, match: _Match, query: EngineQuery) -> list[_Held]:
        return [
            held
            for held in self._held.values()
            if _is_visible(held.record, query) and match.holds(query.tree, held)
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


def _values(record: IndexRecord, facet: str, query: EngineQuery) -> tuple[str, ...]:
    if facet == MONTH:
        return (record.sorted_on.isoformat()[:7],) if record.sorted_on else ()
    further = record.restricted_facets.get(facet, ()) if query.reads_licensed else ()
    return record.facets.get(facet, ()) + further


def _passes(record: IndexRecord, query: EngineQuery, ignored: str) -> bool:
    """Tell whether a record passes every filter but that of one facet."""
    if ignored not in ("year", MONTH) and not _is_between(
        record, Between(query.date_from, query.date_to)
    ):
        return False
    return all(
        facet == ignored or wanted.intersection(_values(record, facet, query))
        for facet, wanted in query.filters.items()
    )


def _is_between(record: IndexRecord, bounds: Between) -> bool:
    if bounds.first is None and bounds.last is None:
        return True
    day = record.sorted_on
    if day is None:
        return False
    return (bounds.first or day) <= day <= (bounds.last or day)


def _count(matched: Sequence[_Held], query: EngineQuery, facet: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for held in matched:
        if _passes(held.record, query, facet):
            counts.update(_values(held.record, facet, query))
    return dict(counts)


def _sorted(found: list[_Held], query: EngineQuery, scores: dict[int, float]) -> list[_Held]:
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


class _Match:
    """Judges records against a tree, with the figures of the whole collection that scores need."""

    def __init__(self, held: Sequence[_Held], query: EngineQuery) -> None:
        self._all = held
        self._query = query
        self._holding = cache(self._count_holding)
        self._average = cache(self._average_length)
        self._expanded = cache(self._expand)

    def holds(self, node: Node, held: _Held) -> bool:
        match node:
            case Everything():
                return True
            case And(parts):
                return all(self.holds(part, held) for part in parts)
            case Or(parts) | Best(parts):
                return any(self.holds(part, held) for part in parts)
            case Not(part):
                return not self.holds(part, held)
        return self._holds_leaf(node, held)

    def _holds_leaf(self, leaf: Node, held: _Held) -> bool:
        match leaf:
            case Phrase() | Near() | Prefix():
                searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
                return any(self._is_in(leaf, held.terms.get(name, [])) for name in searched)
            case Value(facet, values):
                return bool(set(values).intersection(_values(held.record, facet, self._query)))
            case Between():
                return _is_between(held.record, leaf)
        return False

    def _is_in(self, leaf: Phrase | Near | Prefix, terms: list[str]) -> bool:
        match leaf:
            case Phrase(sought):
                return bool(_places(sought, terms))
            case Near(left, right, gap):
                return _are_near(left.terms, right.terms, gap, terms)
            case Prefix():
                return bool(self._expanded(leaf).intersection(terms))

    def _expand(self, leaf: Prefix) -> frozenset[str]:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        dictionaries = (held.terms.get(name, []) for name in searched for held in self._all)
        return frozenset(first_with_prefix(leaf.text, dictionaries))

    def score(self, node: Node, held: _Held) -> float:
        if not self.holds(node, held):
            return 0.0
        match node:
            case And(parts) | Or(parts):
                return sum(self.score(part, held) for part in parts)
            case Best(parts, weights):
                scores = [self.score(part, held) for part in parts]
                return max(map(float.__mul__, scores, weights))
            case Phrase():
                return self._score_phrase(node, held)
            case Near() | Prefix():
                return CONSTANT
        return 0.0

    def _score_phrase(self, leaf: Phrase, held: _Held) -> float:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        return sum(
            self._score_in(name, leaf.terms, held.terms.get(name, []))
            for name in scored_fields(leaf.field, searched)
        )

    def _score_in(self, name: str, sought: tuple[str, ...], terms: list[str]) -> float:
        frequency = len(_places(sought, terms))
        if not frequency:
            return 0.0
        telling = idf(len(self._all), self._holding(name, sought))
        norm = K1 * (1 - B + B * len(terms) / self._average(name))
        return FIELD_WEIGHTS.get(name, 1.0) * telling * frequency * (K1 + 1) / (frequency + norm)

    def _count_holding(self, name: str, sought: tuple[str, ...]) -> int:
        return sum(bool(_places(sought, held.terms.get(name, []))) for held in self._all)

    def _average_length(self, name: str) -> float:
        return sum(len(held.terms.get(name, ())) for held in self._all) / len(self._all)


def _places(sought: tuple[str, ...], terms: list[str]) -> list[int]:
    """Return the positions where a phrase begins."""
    width = len(sought)
    return [
        at
        for at, term in enumerate(terms)
        if term == sought[0] and tuple(terms[at : at + width]) == sought
    ]


def _are_near(one: tuple[str, ...], other: tuple[str, ...], gap: int, terms: list[str]) -> bool:
    ones, others = _places(one, terms), _places(other, terms)
    return any(
        0 <= second - first - len(one) <= gap or 0 <= first - second - len(other) <= gap
        for first in ones
        for second in others
    )
