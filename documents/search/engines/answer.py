"""Makes the answer to a query from arrays: the total, one page of hits and all counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from documents.search.engines.base import MONTH, EngineHit, EngineResults

if TYPE_CHECKING:
    from documents.search.engines.arrays import Facts, Mask, Numbers, Scores
    from documents.search.engines.base import EngineQuery
    from documents.search.engines.evaluation import Evaluation

EPOCH = date(1970, 1, 1).toordinal()


class Answer:
    """The answer to one query on the facts of one moment."""

    def __init__(self, facts: Facts, query: EngineQuery, evaluation: Evaluation) -> None:
        self._facts = facts
        self._query = query
        self._evaluation = evaluation

    def results(self) -> EngineResults:
        matched, scores = self._evaluation.run(self._query.tree)
        matched = matched & self._evaluation.visible()
        filters = self._filters()
        found = np.logical_and.reduce([matched, *filters.values()])
        return EngineResults(
            total=int(found.sum()),
            hits=self._hits(np.flatnonzero(found), scores),
            counts={
                facet: self._count(facet, _all_but(facet, matched, found, filters))
                for facet in self._query.counted
            },
        )

    def ids_above(self, after: int) -> list[int]:
        matched = self._evaluation.run(self._query.tree).mask & self._evaluation.visible()
        found = np.logical_and.reduce([matched, *self._filters().values()])
        ids = np.sort(self._facts.ids[found])
        above: list[int] = ids[ids > after][: self._query.size].tolist()
        return above

    def _filters(self) -> dict[str, Mask]:
        query = self._query
        filters = {
            facet: self._evaluation.holding(facet, values)
            for facet, values in query.filters.items()
        }
        if query.date_from or query.date_to:
            filters["year"] = self._evaluation.between(query.date_from, query.date_to)
        return filters

    def _count(self, facet: str, counted: Mask) -> dict[str, int]:
        if facet == MONTH:
            return self._count_months(counted)
        counts: dict[str, int] = {}
        for pairs in self._evaluation.pairs(facet):
            codes = pairs.codes[counted[pairs.entries]]
            numbers = np.bincount(codes, minlength=len(pairs.names))
            for name, number in zip(pairs.names, numbers.tolist(), strict=True):
                if number:
                    counts[name] = counts.get(name, 0) + number
        return counts

    def _count_months(self, counted: Mask) -> dict[str, int]:
        days = self._facts.days[counted]
        dated = (days[days > 0] - EPOCH).astype("datetime64[D]").astype("datetime64[M]")
        months, numbers = np.unique(dated, return_counts=True)
        return dict(zip(months.astype(str).tolist(), numbers.tolist(), strict=True))

    def _hits(self, found: Numbers, scores: Scores) -> tuple[EngineHit, ...]:
        last = self._query.start + self._query.size
        ordered = self._ordered(found, scores, last)[self._query.start : last]
        ids = self._facts.ids[ordered].tolist()
        return tuple(
            EngineHit(one, score) for one, score in zip(ids, scores[ordered].tolist(), strict=True)
        )

    def _ordered(self, found: Numbers, scores: Scores, most: int) -> Numbers:
        days, ids = self._facts.days, self._facts.ids
        if self._query.sort == "oldest":
            keys = (ids[found], days[found], days[found] == 0)
            return found[np.lexsort(keys)]
        if self._query.sort == "relevance":
            found = _best(found, scores, most)
            return found[np.lexsort((-ids[found], -days[found], -scores[found]))]
        return found[np.lexsort((-ids[found], -days[found]))]


def _best(found: Numbers, scores: Scores, most: int) -> Numbers:
    """Return those that can be among the first `most`, so that only they are sorted."""
    if len(found) <= most:
        return found
    own = scores[found]
    least = np.partition(own, len(own) - most)[len(own) - most]
    best: Numbers = found[own >= least]
    return best


def _all_but(facet: str, matched: Mask, found: Mask, filters: dict[str, Mask]) -> Mask:
    """Return what passes every filter but that of one facet; months have that of the years."""
    facet = "year" if facet == MONTH else facet
    if facet not in filters:
        return found
    others = [mask for name, mask in filters.items() if name != facet]
    mask: Mask = np.logical_and.reduce([matched, *others])
    return mask
