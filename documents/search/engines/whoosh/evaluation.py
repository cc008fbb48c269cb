"""Finds words, phrases and neighbours in the posting lists of a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from documents.search.engines import evaluation
from documents.search.engines.arrays import Match
from documents.search.engines.whoosh.postings import SHIFT
from documents.search.scoring import FIELD_WEIGHTS, K1, B, idf, scored_fields
from documents.search.terms import fields_for

if TYPE_CHECKING:
    from documents.search.engines.arrays import Numbers, Scores
    from documents.search.engines.base import EngineQuery
    from documents.search.engines.whoosh.snapshot import Snapshot
    from documents.search.tree import Near, Phrase, Prefix


class Evaluation(evaluation.Evaluation):
    """The work of one query on one snapshot."""

    def __init__(self, snapshot: Snapshot, query: EngineQuery) -> None:
        super().__init__(snapshot, query)
        self._snapshot = snapshot

    def phrase(self, leaf: Phrase) -> Match:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        mask = self._nothing.mask.copy()
        scores = self._nothing.scores.copy()
        for name in scored_fields(leaf.field, searched):
            entries, frequencies = self._occurrences(name, leaf.terms)
            scores[entries] += self._bm25(name, entries, frequencies)
            if name in searched:
                mask[entries] = True
        return Match(mask, scores)

    def _bm25(self, name: str, entries: Numbers, frequencies: Numbers) -> Scores:
        snapshot = self._snapshot
        telling = idf(snapshot.living, entries.size)
        relative = snapshot.lengths[name][entries] / snapshot.averages[name]
        norm = K1 * (1 - B + B * relative)
        weight = FIELD_WEIGHTS.get(name, 1.0) * telling * (K1 + 1)
        scores: Scores = weight * frequencies / (frequencies + norm)
        return scores

    def _occurrences(self, name: str, terms: tuple[str, ...]) -> tuple[Numbers, Numbers]:
        """Return the entries that hold a phrase in one field, and how often each does."""
        if len(terms) == 1:
            postings = self._snapshot.postings(name, terms[0])
            return postings.entries, postings.frequencies
        entries, counts = np.unique(self._places(name, terms) >> SHIFT, return_counts=True)
        return entries, counts

    def _places(self, name: str, terms: tuple[str, ...], among: Numbers | None = None) -> Numbers:
        """Return where a phrase begins."""
        among = self._together(name, terms, among)
        if not among.size:
            return among
        places = self._snapshot.postings(name, terms[0]).places(among)
        for step, term in enumerate(terms[1:], start=1):
            following = self._snapshot.postings(name, term).places(among) - step
            places = _common(places, following)
        return places

    def _together(self, name: str, terms: tuple[str, ...], among: Numbers | None = None) -> Numbers:
        """Return the entries that hold all the terms, the rarest looked up first."""
        lists = sorted(
            (self._snapshot.postings(name, term).entries for term in set(terms)), key=len
        )
        common = lists[0] if among is None else _common(lists[0], among)
        for entries in lists[1:]:
            common = _common(common, entries)
        return common

    def near(self, leaf: Near) -> Match:
        mask = self._nothing.mask.copy()
        both = leaf.left.terms + leaf.right.terms
        for name in fields_for(leaf, reads_licensed=self._query.reads_licensed):
            among = self._together(name, both)
            left = self._places(name, leaf.left.terms, among)
            right = self._places(name, leaf.right.terms, among)
            for one, width, other in (
                (left, len(leaf.left.terms), right),
                (right, len(leaf.right.terms), left),
            ):
                mask[_followed(one + width, other, leaf.gap) >> SHIFT] = True
        return self.constant(mask)

    def prefix(self, leaf: Prefix) -> Match:
        mask = self._nothing.mask.copy()
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        for term in self._snapshot.expand(searched, leaf.text):
            for name in searched:
                mask[self._snapshot.postings(name, term).entries] = True
        return self.constant(mask)


def _common(one: Numbers, other: Numbers) -> Numbers:
    """Return what two ascending arrays without repeats share, by looking up the shorter one."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return one
    at = np.searchsorted(other, one)
    at[at == len(other)] = 0
    shared: Numbers = one[other[at] == one]
    return shared


def _followed(ends: Numbers, begins: Numbers, gap: int) -> Numbers:
    """Return the ends after which something begins within `gap` terms, in the same entry."""
    if not len(ends) or not len(begins):
        return ends[:0]
    at = np.searchsorted(begins, ends)
    at[at == len(begins)] = len(begins) - 1
    distance = begins[at] - ends
    return ends[(distance >= 0) & (distance <= gap)]
