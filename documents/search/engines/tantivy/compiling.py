"""Turns a tree into a query of tantivy with the same matches and the same scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tantivy import FieldType, Occur, Query

from documents.search.engines.tantivy.schema import columns_of, day_number, moment, schema
from documents.search.engines.walking import Walk
from documents.search.scoring import CONSTANT, FIELD_WEIGHTS, idf, scored_fields
from documents.search.terms import fields_for, first_with_prefix
from documents.search.tree import Not

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from documents.search.engines.base import EngineQuery
    from documents.search.tree import Near, Node, Phrase, Prefix


class Compiler(Walk[Any]):
    """Compiles for one searcher: a prefix stands for words that this index holds."""

    def __init__(self, searcher: Any, query: EngineQuery) -> None:
        self._searcher = searcher
        self._query = query

    def all_of(self, parts: tuple[Node, ...]) -> Any:
        wanted = [(Occur.Must, self.run(part)) for part in parts if not isinstance(part, Not)]
        unwanted = [(Occur.MustNot, self.run(part.part)) for part in parts if isinstance(part, Not)]
        return Query.boolean_query([*(wanted or [(Occur.Must, everything())]), *unwanted])

    def any_of(self, parts: tuple[Node, ...]) -> Any:
        return any_of([self.run(part) for part in parts])

    def best_of(self, parts: tuple[Node, ...], weights: tuple[float, ...]) -> Any:
        return Query.disjunction_max_query(
            [
                Query.boost_query(self.run(part), weight)
                for part, weight in zip(parts, weights, strict=True)
            ]
        )

    def all_but(self, part: Node) -> Any:
        return self.all_of((Not(part),))

    def everything(self) -> Any:
        return everything()

    def value(self, facet: str, values: frozenset[str]) -> Any:
        return self.holding(facet, values)

    def dated(self, first: date | None, last: date | None) -> Any:
        return between(first, last)

    def nothing(self) -> Any:
        return Query.empty_query()

    def phrase(self, leaf: Phrase) -> Any:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        found = []
        for name in scored_fields(leaf.field, searched):
            weight = FIELD_WEIGHTS.get(name, 1.0)
            asked = in_order(name, leaf.terms)
            if len(leaf.terms) > 1:
                weight *= self._rarity(name, leaf.terms, asked)
            found.append(Query.boost_query(asked, weight))
        return any_of(found)

    def _rarity(self, name: str, terms: Sequence[str], asked: Any) -> float:
        """Return how telling a phrase is beside its terms together, for which tantivy takes it."""
        if self._query.sort != "relevance":
            return 1.0
        searcher = self._searcher
        records = searcher.num_docs
        together = sum(idf(records, searcher.doc_freq(name, term)) for term in terms)
        holding = searcher.search(asked, limit=1, order_by_field="newest").count
        return idf(records, holding) / together if together else 1.0

    def prefix(self, leaf: Prefix) -> Any:
        searched = fields_for(leaf, reads_licensed=self._query.reads_licensed)
        words = first_with_prefix(
            leaf.text, [self._beginning(name, leaf.text) for name in searched]
        )
        if not words:
            return Query.empty_query()
        found = [Query.term_set_query(schema(), name, words) for name in searched]
        return Query.const_score_query(any_of(found), CONSTANT)

    def _beginning(self, name: str, prefix: str) -> list[str]:
        held = self._searcher.terms_with_prefix(name, prefix, filter_query=Query.all_query())
        return [word for word, count in held if count]

    def near(self, leaf: Near) -> Any:
        """Return every way the two may stand: exact, since each distance is a phrase of its own."""
        left, right = leaf.left.terms, leaf.right.terms
        found = [
            at_distance(name, one, other, gap)
            for name in fields_for(leaf, reads_licensed=self._query.reads_licensed)
            for one, other in ((left, right), (right, left))
            for gap in range(leaf.gap + 1)
        ]
        return Query.const_score_query(any_of(found), CONSTANT)

    def holding(self, facet: str, values: frozenset[str]) -> Any:
        """Return the query for records that hold one of the values in a facet."""
        columns = columns_of(facet, reads_licensed=self._query.reads_licensed)
        found = [Query.term_set_query(schema(), name, sorted(values)) for name in columns]
        return silent(any_of(found))

    def visible(self) -> Any:
        """Return the query for what may be seen at the moment of the question."""
        now = moment(self._query.now)
        begun = Query.range_query(schema(), "visible_from", FieldType.Integer, None, now)
        lasts = Query.range_query(
            schema(), "visible_until", FieldType.Integer, now, None, include_lower=False
        )
        return silent(Query.boolean_query([(Occur.Must, begun), (Occur.Must, lasts)]))


def between(first: date | None, last: date | None) -> Any:
    if first is None and last is None:
        return everything()
    lower = day_number(first) if first else 1
    upper = day_number(last) if last else None
    return silent(Query.range_query(schema(), "day", FieldType.Integer, lower, upper))


def above(document_id: int) -> Any:
    return silent(
        Query.range_query(
            schema(), "document_id", FieldType.Integer, document_id, None, include_lower=False
        )
    )


def in_order(name: str, terms: Sequence[str]) -> Any:
    if len(terms) == 1:
        return Query.term_query(schema(), name, terms[0])
    return Query.phrase_query(schema(), name, list(terms))


def at_distance(name: str, one: Sequence[str], other: Sequence[str], gap: int) -> Any:
    begin = len(one) + gap
    words: list[str | tuple[int, str]] = [*enumerate(one)]
    words += [(begin + at, term) for at, term in enumerate(other)]
    return Query.phrase_query(schema(), name, words)


def any_of(queries: Sequence[Any]) -> Any:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def all_of(queries: Sequence[Any]) -> Any:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def everything() -> Any:
    return silent(Query.all_query())


def silent(query: Any) -> Any:
    """Return the same query, adding nothing to a score."""
    return Query.const_score_query(query, 0.0)
