"""Runs a tree over what its leaves found in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from documents.search.engines import evaluation
from documents.search.engines.arrays import Match
from documents.search.engines.postgres.leaves import Found, unpacked
from documents.search.engines.postgres.schema import FIELDS
from documents.search.scoring import FIELD_WEIGHTS, K1, B, idf, scored_fields
from documents.search.terms import fields_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.search.engines.arrays import Scores
    from documents.search.engines.base import EngineQuery
    from documents.search.engines.postgres.facts import EntryFacts
    from documents.search.engines.postgres.leaves import Wanted
    from documents.search.tree import Near, Phrase, Prefix


class Evaluation(evaluation.Evaluation):
    """The work of one query, its leaves looked up already."""

    def __init__(
        self, facts: EntryFacts, query: EngineQuery, found: Mapping[Wanted, bytes | None]
    ) -> None:
        super().__init__(facts, query)
        self.facts = facts
        self._found = found

    def phrase(self, leaf: Phrase) -> Match:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        found = self._numbered(leaf)
        mask = self._nothing.mask.copy()
        scores = self._nothing.scores.copy()
        for name in scored_fields(leaf.field, searched):
            inside = found.fields == FIELDS.index(name)
            often = np.bincount(
                found.entries[inside], weights=found.often[inside], minlength=self.facts.size
            )
            if name in searched:
                mask |= often > 0
            scores += self._bm25(name, often)
        return Match(mask, scores)

    def prefix(self, leaf: Prefix) -> Match:
        return self._holding(leaf)

    def near(self, leaf: Near) -> Match:
        return self._holding(leaf)

    def _holding(self, leaf: Near | Prefix) -> Match:
        mask = self._nothing.mask.copy()
        mask[self._numbered(leaf).entries] = True
        return self.constant(mask)

    def _bm25(self, name: str, often: Scores) -> Scores:
        scores = self._nothing.scores.copy()
        holding = np.flatnonzero(often)
        if not holding.size:
            return scores
        held = often[holding]
        norm = K1 * (1 - B + B * self.facts.relative_lengths(name, holding))
        telling = idf(self.facts.size, holding.size)
        weight = FIELD_WEIGHTS.get(name, 1.0) * telling * (K1 + 1)
        scores[holding] = weight * held / (held + norm)
        return scores

    def _numbered(self, leaf: Wanted) -> Found:
        """Return what a leaf found, the entries by their numbers in the facts."""
        found = unpacked(self._found.get(leaf))
        numbers, is_known = self.facts.numbers_of(found.entries)
        return Found(numbers[is_known], found.fields[is_known], found.often[is_known])
