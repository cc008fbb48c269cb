"""Runs a tree over arrays: which entries match, and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from documents.search.engines.arrays import Match
from documents.search.scoring import CONSTANT
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
    from datetime import date

    from documents.search.engines.arrays import Facts, Mask, Pairs
    from documents.search.engines.base import EngineQuery


class Evaluation:
    """The work of one query on the facts of one moment; an engine adds how words are found."""

    def __init__(self, facts: Facts, query: EngineQuery) -> None:
        self._facts = facts
        self._query = query
        self._nothing = Match(np.zeros(facts.size, np.bool_), np.zeros(facts.size))

    def run(self, node: Node) -> Match:
        match node:
            case And(parts):
                return self._and([self.run(part) for part in parts])
            case Or(parts):
                return self._or([self.run(part) for part in parts])
            case Best(parts, weights):
                return self._best([self.run(part) for part in parts], weights)
            case Not(part):
                return Match(~self.run(part).mask, self._nothing.scores)
        return self._leaf(node)

    def _and(self, found: list[Match]) -> Match:
        mask = np.logical_and.reduce([match.mask for match in found])
        return Match(mask, np.where(mask, sum(match.scores for match in found), 0.0))

    def _or(self, found: list[Match]) -> Match:
        mask = np.logical_or.reduce([match.mask for match in found])
        return Match(mask, np.add.reduce([match.scores for match in found]))

    def _best(self, found: list[Match], weights: tuple[float, ...]) -> Match:
        mask = np.logical_or.reduce([match.mask for match in found])
        scores = [match.scores * weight for match, weight in zip(found, weights, strict=True)]
        return Match(mask, np.maximum.reduce(scores))

    def _leaf(self, leaf: Node) -> Match:
        match leaf:
            case Phrase():
                return self.phrase(leaf)
            case Prefix():
                return self._constant(self.holding_prefix(leaf))
            case Near():
                return self._constant(self.holding_near(leaf))
        return Match(self._plain(leaf), self._nothing.scores)

    def phrase(self, leaf: Phrase) -> Match:
        """Return what holds a word or phrase."""
        raise NotImplementedError

    def holding_prefix(self, leaf: Prefix) -> Mask:
        """Return what holds a word that begins so."""
        raise NotImplementedError

    def holding_near(self, leaf: Near) -> Mask:
        """Return what holds two phrases near each other."""
        raise NotImplementedError

    def _plain(self, leaf: Node) -> Mask:
        """Return what matches a leaf that scores nothing."""
        match leaf:
            case Everything():
                return ~self._nothing.mask
            case Value(facet, values):
                return self.holding(facet, frozenset(values))
            case Between(first, last):
                return self.between(first, last)
        return self._nothing.mask

    def _constant(self, mask: Mask) -> Match:
        return Match(mask, np.where(mask, CONSTANT, 0.0))

    def holding(self, facet: str, values: frozenset[str]) -> Mask:
        """Return the entries that hold one of the values in a facet."""
        mask = self._nothing.mask.copy()
        for pairs in self.pairs(facet):
            codes = [at for at, name in enumerate(pairs.names) if name in values]
            mask[pairs.entries[np.isin(pairs.codes, codes)]] = True
        return mask

    def pairs(self, facet: str) -> list[Pairs]:
        """Return the values of a facet that the viewer may see."""
        tables = [self._facts.facets]
        if self._query.reads_licensed:
            tables.append(self._facts.restricted)
        return [table[facet] for table in tables if facet in table]

    def between(self, first: date | None, last: date | None) -> Mask:
        """Return the entries sorted by a day from `first` to `last`; all when both are None."""
        days = self._facts.days
        if first is None and last is None:
            return np.ones(len(days), np.bool_)
        mask: Mask = days > 0
        if first is not None:
            mask &= days >= first.toordinal()
        if last is not None:
            mask &= days <= last.toordinal()
        return mask

    def visible(self) -> Mask:
        """Return the living entries that may be seen at the moment of the query."""
        facts, now = self._facts, self._query.now.timestamp()
        mask: Mask = facts.alive & (facts.visible_from <= now) & (now < facts.visible_until)
        return mask
