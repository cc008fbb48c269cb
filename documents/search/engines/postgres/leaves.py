"""Finds the words, phrases and neighbours of a tree by one statement.

What a leaf gives are whole numbers: entry, field, and how often the leaf stands there. A term that
stands several times is found once, and once more by the word that says how often.
"""

# ruff: noqa: S608  table names are our own; whatever was typed goes in as a value

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from documents.search.engines.postgres.schema import STEPS, inside, quoted, said_often
from documents.search.scoring import scored_fields
from documents.search.terms import fields_for
from documents.search.tree import And, Best, Near, Node, Not, Or, Phrase, Prefix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from documents.search.engines.arrays import Numbers

type Wanted = Phrase | Near | Prefix
type Expand = Callable[[tuple[str, ...], str], list[str]]

MOST_READ = 1000
"""Of so many passages with a phrase, the newest, is read how often it stands there."""
MOST_FREQUENT = 31
FIELD_BITS, OFTEN_BITS = 4, 5


class Found(NamedTuple):
    """Entry, place of the field and frequency, one row a passage or a word that says how often."""

    entries: Numbers
    fields: Numbers
    often: Numbers


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is looked for in some fields: one term, or a tsquery of several."""

    fields: tuple[str, ...]
    term: str = ""
    query: str = ""
    is_phrase: bool = False

    def statement(self, table: str) -> tuple[str, list[str]]:
        """Return a statement for one column of packed numbers, and its values."""
        looked_up = [(self.query or quoted(self.term), self._often())]
        if self.term:
            looked_up += [(quoted(said_often(self.term, step)), str(step - 1)) for step in STEPS]
        parts = [
            (_passages(table, condition, often), query)
            for query, often in looked_up
            for condition in inside(self.fields)
        ]
        return " UNION ALL ".join(sql for sql, _ in parts), [query for _, query in parts]

    def _often(self) -> str:
        if not self.is_phrase:
            return "1"
        query = "'" + self.query.replace("'", "''").replace("%", "%%") + "'"
        return (
            f"CASE WHEN row_number() OVER (ORDER BY entry_id DESC) > {MOST_READ} THEN 1 "
            f"ELSE {_frequency(query)} END"
        )


def _passages(table: str, condition: str, often: str) -> str:
    return (
        f"SELECT ((entry_id << {FIELD_BITS}) + field << {OFTEN_BITS}) + {often} AS packed "
        f"FROM {table}_passages p WHERE terms @@ %s::tsquery AND {condition}"
    )


def leaves_of(tree: Node, expand: Expand, *, reads_licensed: bool) -> dict[Wanted, Leaf]:
    """Return the leaves of a tree that are to be looked up; a prefix of no word is left out."""
    found = {
        node: _leaf(node, fields_for(node, reads_licensed=reads_licensed), expand)
        for node in _wanted(tree)
    }
    return {node: leaf for node, leaf in found.items() if leaf.term or leaf.query}


def statement_of(table: str, leaves: Sequence[Leaf]) -> tuple[str, list[str]]:
    """Return the statement for the mark of the index and what each leaf finds, and its values."""
    columns, values = [f"(SELECT mark::text FROM {table}_state)"], []
    for leaf in leaves:
        sql, own = leaf.statement(table)
        columns.append(f"(SELECT string_agg(int8send(packed), '') FROM ({sql}) AS found)")
        values += own
    return "SELECT " + ", ".join(columns), values


def unpacked(packed: bytes | None) -> Found:
    """Return what a leaf found; None stands for nothing."""
    numbers = np.frombuffer(packed or b"", ">i8").astype(np.int64)
    places = numbers >> OFTEN_BITS
    return Found(
        entries=places >> FIELD_BITS,
        fields=places & ((1 << FIELD_BITS) - 1),
        often=numbers & ((1 << OFTEN_BITS) - 1),
    )


def _wanted(node: Node) -> Iterator[Wanted]:
    match node:
        case And(parts) | Or(parts) | Best(parts):
            for part in parts:
                yield from _wanted(part)
        case Not(part):
            yield from _wanted(part)
        case Phrase() | Near() | Prefix():
            yield node


def _leaf(node: Wanted, searched: tuple[str, ...], expand: Expand) -> Leaf:
    match node:
        case Phrase((term,), name):
            return Leaf(scored_fields(name, searched), term=term)
        case Phrase(terms, name):
            fields = scored_fields(name, searched)
            return Leaf(fields, query=_in_order(terms), is_phrase=True)
        case Near():
            return Leaf(searched, query=_near(node))
    return Leaf(searched, query=" | ".join(map(quoted, expand(searched, node.text))))


def _in_order(terms: Sequence[str]) -> str:
    return " <-> ".join(map(quoted, terms))


def _near(leaf: Near) -> str:
    """Return every way the two may stand: PostgreSQL knows exact distances only."""
    left, right = _in_order(leaf.left.terms), _in_order(leaf.right.terms)
    return " | ".join(
        f"(({one}) <{distance}> ({other}))"
        for one, other in ((left, right), (right, left))
        for distance in range(1, leaf.gap + 2)
    )


def _frequency(query: str) -> str:
    """Return how often a passage holds a phrase, counted by the rank of cover density.

    Each place where the terms stand side by side is a cover without a gap, which adds its weight.
    """
    rank = f"ts_rank_cd('{{1, 1, 1, 1}}', p.terms, {query}::tsquery)"
    return f"least({MOST_FREQUENT}, greatest(1, {rank}::int))"
