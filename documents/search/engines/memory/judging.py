"""Judges one record against a tree, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, override

from documents.search.engines.base import MONTH
from documents.search.engines.walking import Walk
from documents.search.scoring import CONSTANT, FIELD_WEIGHTS, K1, B, idf, scored_fields
from documents.search.terms import fields_for, first_with_prefix

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from documents.search.engines.base import EngineQuery
    from documents.search.record import IndexRecord
    from documents.search.tree import Near, Node, Phrase, Prefix


@dataclass(frozen=True, slots=True)
class Held:
    record: IndexRecord
    terms: dict[str, list[str]]


class Figures:
    """What the judging of one record needs of all of them."""

    def __init__(self, held: Sequence[Held], query: EngineQuery) -> None:
        self._all = held
        self._query = query
        self.size = len(held)
        self.holding = cache(self._count_holding)
        self.average = cache(self._average_length)
        self.expanded = cache(self._expand)

    def _expand(self, leaf: Prefix) -> frozenset[str]:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        dictionaries = (held.terms.get(name, []) for name in searched for held in self._all)
        return frozenset(first_with_prefix(leaf.text, dictionaries))

    def _count_holding(self, name: str, sought: tuple[str, ...]) -> int:
        return sum(bool(_places(sought, held.terms.get(name, []))) for held in self._all)

    def _average_length(self, name: str) -> float:
        return sum(len(held.terms.get(name, ())) for held in self._all) / len(self._all)


class Holds(Walk[bool]):
    """Whether one record matches."""

    def __init__(self, figures: Figures, query: EngineQuery, held: Held) -> None:
        self._figures = figures
        self._query = query
        self._held = held

    def all_of(self, parts: tuple[Node, ...]) -> bool:
        return all(map(self.run, parts))

    def any_of(self, parts: tuple[Node, ...]) -> bool:
        return any(map(self.run, parts))

    @override
    def best_of(self, parts: tuple[Node, ...], weights: tuple[float, ...]) -> bool:
        return self.any_of(parts)

    def all_but(self, part: Node) -> bool:
        return not self.run(part)

    def phrase(self, leaf: Phrase) -> bool:
        return any(_places(leaf.terms, terms) for terms in self._searched(leaf))

    def prefix(self, leaf: Prefix) -> bool:
        return any(
            self._figures.expanded(leaf).intersection(terms) for terms in self._searched(leaf)
        )

    def near(self, leaf: Near) -> bool:
        left, right = leaf.left.terms, leaf.right.terms
        return any(_are_near(left, right, leaf.gap, terms) for terms in self._searched(leaf))

    def _searched(self, leaf: Phrase | Near | Prefix) -> list[list[str]]:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        return [self._held.terms.get(name, []) for name in searched]

    def everything(self) -> bool:
        return True

    def value(self, facet: str, values: frozenset[str]) -> bool:
        return bool(values.intersection(values_of(self._held.record, facet, self._query)))

    def dated(self, first: date | None, last: date | None) -> bool:
        return is_between(self._held.record, first, last)

    def nothing(self) -> bool:
        return False


class Scores(Walk[float]):
    """How well one record matches: nothing for what it does not hold."""

    def __init__(self, figures: Figures, query: EngineQuery, held: Held) -> None:
        self._figures = figures
        self._query = query
        self._held = held
        self._holds = Holds(figures, query, held)

    def all_of(self, parts: tuple[Node, ...]) -> float:
        return sum(map(self.run, parts)) if self._holds.all_of(parts) else 0.0

    def any_of(self, parts: tuple[Node, ...]) -> float:
        return sum(map(self.run, parts))

    def best_of(self, parts: tuple[Node, ...], weights: tuple[float, ...]) -> float:
        return max(map(float.__mul__, map(self.run, parts), weights))

    def phrase(self, leaf: Phrase) -> float:
        if not self._holds.phrase(leaf):
            return 0.0
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        fields = scored_fields(leaf.field, searched)
        return sum(self._score_in(name, leaf.terms) for name in fields)

    def _score_in(self, name: str, sought: tuple[str, ...]) -> float:
        figures, terms = self._figures, self._held.terms.get(name, [])
        frequency = len(_places(sought, terms))
        if not frequency:
            return 0.0
        telling = idf(figures.size, figures.holding(name, sought))
        norm = K1 * (1 - B + B * len(terms) / figures.average(name))
        return FIELD_WEIGHTS.get(name, 1.0) * telling * frequency * (K1 + 1) / (frequency + norm)

    def prefix(self, leaf: Prefix) -> float:
        return CONSTANT * self._holds.prefix(leaf)

    def near(self, leaf: Near) -> float:
        return CONSTANT * self._holds.near(leaf)

    @override
    def all_but(self, part: Node) -> float:
        return 0.0

    def everything(self) -> float:
        return 0.0

    @override
    def value(self, facet: str, values: frozenset[str]) -> float:
        return 0.0

    @override
    def dated(self, first: date | None, last: date | None) -> float:
        return 0.0

    def nothing(self) -> float:
        return 0.0


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


def values_of(record: IndexRecord, facet: str, query: EngineQuery) -> tuple[str, ...]:
    if facet == MONTH:
        return (record.sorted_on.isoformat()[:7],) if record.sorted_on else ()
    further = record.restricted_facets.get(facet, ()) if query.reads_licensed else ()
    return record.facets.get(facet, ()) + further


def is_between(record: IndexRecord, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    day = record.sorted_on
    if day is None:
        return False
    return (first or day) <= day <= (last or day)
