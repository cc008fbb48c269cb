"""Turns a tree into SQL: each leaf a set of entries, AND, OR and NOT between whole records."""

# ruff: noqa: S608  table names are our own; whatever was typed goes in as a value

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from documents.search.engines.postgres.schema import facets
from documents.search.scoring import CONSTANT, FIELD_WEIGHTS, scored_fields
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
    from collections.abc import Callable, Sequence

    from documents.search.engines.base import EngineQuery


@dataclass(frozen=True, slots=True)
class Leaf:
    """One common table: the entries some passage of which, in these fields, matches a tsquery."""

    name: str
    fields: tuple[str, ...]
    query: str
    scored: tuple[str, ...] = ()


@dataclass
class Compiler:
    """Collects the leaves of a tree and the values of its statement, in order."""

    query: EngineQuery
    expand: Callable[[tuple[str, ...], str], list[str]]
    leaves: list[Leaf] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def condition(self, node: Node) -> str:
        """Return the condition on an entry `e`."""
        match node:
            case And(parts):
                return self._joined(" AND ", parts)
            case Or(parts) | Best(parts):
                return self._joined(" OR ", parts)
            case Not(part):
                return f"NOT ({self.condition(part)})"
            case Phrase() | Near() | Prefix():
                return self._in_leaf(node)
        return self._plain(node)

    def _joined(self, operator: str, parts: Sequence[Node]) -> str:
        return "(" + operator.join(self.condition(part) for part in parts) + ")"

    def _plain(self, node: Node) -> str:
        match node:
            case Everything():
                return "TRUE"
            case Value(facet, values):
                return self.holding(facet, values)
            case Between():
                return self.between(node)
        return "FALSE"

    def _in_leaf(self, node: Phrase | Near | Prefix) -> str:
        leaf = self._leaf(node)
        if leaf is None:
            return "FALSE"
        return f"e.id IN (SELECT entry_id FROM {leaf.name})"

    def _leaf(self, node: Phrase | Near | Prefix) -> Leaf | None:
        searched = fields_for(node, reads_licensed=self.query.reads_licensed)
        scored: tuple[str, ...] = ()
        match node:
            case Phrase(terms, name):
                query = in_order(terms)
                scored = scored_fields(name, searched)
            case Near():
                query = near(node)
            case Prefix():
                query = " | ".join(quoted(word) for word in self.expand(searched, node.text))
        if not query:
            return None
        leaf = Leaf(f"leaf_{len(self.leaves)}", searched, query, scored)
        self.leaves.append(leaf)
        return leaf

    def holding(self, facet: str, values: Sequence[str]) -> str:
        pairs = facets({facet: sorted(values)})
        self.values.append(pairs)
        if not self.query.reads_licensed:
            return "e.facets && %s::text[]"
        self.values.append(pairs)
        return "(e.facets && %s::text[] OR e.restricted_facets && %s::text[])"

    def between(self, bounds: Between) -> str:
        conditions = ["e.day > 0"] if bounds.first or bounds.last else ["TRUE"]
        if bounds.first:
            conditions.append("e.day >= %s")
            self.values.append(bounds.first.toordinal())
        if bounds.last:
            conditions.append("e.day <= %s")
            self.values.append(bounds.last.toordinal())
        return "(" + " AND ".join(conditions) + ")"


def quoted(term: str) -> str:
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def in_order(terms: Sequence[str]) -> str:
    return " <-> ".join(quoted(term) for term in terms)


def near(leaf: Near) -> str:
    """Return every way the two may stand: PostgreSQL knows exact distances only."""
    left, right = in_order(leaf.left.terms), in_order(leaf.right.terms)
    return " | ".join(
        f"(({one}) <{distance}> ({other}))"
        for one, other in ((left, right), (right, left))
        for distance in range(1, leaf.gap + 2)
    )


def weight_of(name: str) -> float:
    return FIELD_WEIGHTS.get(name, 1.0)


def constant_of(leaf: Leaf) -> float:
    return 0.0 if leaf.scored else CONSTANT
