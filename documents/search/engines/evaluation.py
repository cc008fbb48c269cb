"""Runs a tree over arrays: which entries match, and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from documents.search.engines.arrays import Match
from documents.search.engines.walking import Walk
from documents.search.scoring import CONSTANT

if TYPE_CHECKING:
    from datetime import date

    from documents.search.engines.arrays import Facts, Mask, Pairs
    from documents.search.engines.base import EngineQuery
    from documents.search.tree import Node


class Evaluation(Walk[Match]):
    """The work of one query on the facts of one moment; an engine adds how words are found."""

    def __init__(self, facts: Facts, query: EngineQuery) -> None:
        self._facts = facts
        self._query = query
        self._nothing = Match(np.zeros(facts.size, np.bool_), np.zeros(facts.size))

    def all_of(self, parts: tuple[Node, ...]) -> Match:
        found = [self.run(part) for part in parts]
        mask = np.logical_and.reduce([match.mask for match in found])
        return Match(mask, np.where(mask, sum(match.scores for match in found), 0.0))

    def any_of(self, parts: tuple[Node, ...]) -> Match:
        found = [self.run(part) for part in parts]
        mask = np.logical_or.reduce([match.mask for match in found])
        return Match(mask, np.add.reduce([match.scores for match in found]))

    def best_of(self, parts: tuple[Node, ...], weights: tuple[float, ...]) -> Match:
        found = [self.run(part) for part in parts]
        mask = np.logical_or.reduce([match.mask for match in found])
        scores = [match.scores * weight for match, weight in zip(found, weights, strict=True)]
        return Match(mask, np.maximum.reduce(scores))

    def all_but(self, part: Node) -> Match:
        return self._silent(~self.run(part).mask)

    def everything(self) -> Match:
        return self._silent(~self._nothing.mask)

    def value(self, facet: str, values: frozenset[str]) -> Match:
        return self._silent(self.holding(facet, values))

    def dated(self, first: date | None, last: date | None) -> Match:
        return self._silent(self.between(first, last))

    def nothing(self) -> Match:
        return self._nothing

    def _silent(self, mask: Mask) -> Match:
        """Return a match that adds nothing to a score."""
        return Match(mask, self._nothing.scores)

    def constant(self, mask: Mask) -> Match:
        """Return a match that scores the same for all."""
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
