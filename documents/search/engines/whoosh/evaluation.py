"""Runs a tree over a snapshot: which entries match, and how well, as whole arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from documents.search.engines.whoosh.postings import SHIFT, Numbers
from documents.search.scoring import CONSTANT, FIELD_WEIGHTS, K1, B, idf, scored_fields
from documents.search.terms import fields_for
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

    from documents.search.engines.base import EngineQuery
    from documents.search.engines.whoosh.snapshot import Pairs, Snapshot

type Mask = npt.NDArray[np.bool_]
type Scores = npt.NDArray[np.float64]


class Match(NamedTuple):
    """For each entry whether it matches, and its score, zero where it does not."""

    mask: Mask
    scores: Scores


class Evaluation:
    """The work of one query on one snapshot."""

    def __init__(self, snapshot: Snapshot, query: EngineQuery) -> None:
        self._snapshot = snapshot
        self._query = query
        self._nothing = Match(np.zeros(snapshot.size, np.bool_), np.zeros(snapshot.size))

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
                return self._phrase(leaf)
            case Prefix():
                return self._constant(self._holding_prefix(leaf))
            case Near():
                return self._constant(self._holding_near(leaf))
        return Match(self._plain(leaf), self._nothing.scores)

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

    def _phrase(self, leaf: Phrase) -> Match:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        mask = self._nothing.mask.copy()
        scores = self._nothing.scores.copy()
        for name in scored_fields(leaf.field, searched):
            entries, frequencies = self._occurrences(name, leaf.terms)
            scores[entries] += self._bm25(name, leaf.terms, entries, frequencies)
            if name in searched:
                mask[entries] = True
        return Match(mask, scores)

    def _bm25(
        self, name: str, terms: tuple[str, ...], entries: Numbers, frequencies: Numbers
    ) -> Scores:
        snapshot = self._snapshot
        telling = sum(
            idf(snapshot.living, snapshot.postings(name, term).entries.size) for term in terms
        )
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

    def _holding_near(self, leaf: Near) -> Mask:
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
        return mask

    def _holding_prefix(self, leaf: Prefix) -> Mask:
        mask = self._nothing.mask.copy()
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        for term in self._snapshot.expand(searched, leaf.text):
            for name in searched:
                mask[self._snapshot.postings(name, term).entries] = True
        return mask

    def holding(self, facet: str, values: frozenset[str]) -> Mask:
        """Return the entries that hold one of the values in a facet."""
        mask = self._nothing.mask.copy()
        for pairs in self.pairs(facet):
            codes = [at for at, name in enumerate(pairs.names) if name in values]
            mask[pairs.entries[np.isin(pairs.codes, codes)]] = True
        return mask

    def pairs(self, facet: str) -> list[Pairs]:
        """Return the values of a facet that the viewer may see."""
        tables = [self._snapshot.facets]
        if self._query.reads_licensed:
            tables.append(self._snapshot.restricted)
        return [table[facet] for table in tables if facet in table]

    def between(self, first: date | None, last: date | None) -> Mask:
        """Return the entries sorted by a day from `first` to `last`; all when both are None."""
        days = self._snapshot.days
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
        snapshot, now = self._snapshot, self._query.now.timestamp()
        mask: Mask = (
            snapshot.alive & (snapshot.visible_from <= now) & (now < snapshot.visible_until)
        )
        return mask


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
