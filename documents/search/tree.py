"""The parts of a question: what the grammar produces, what expansion rewrites, what engines run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every record."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Matches no record."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that stand side by side in one field; one term is a plain word.

    `field` is empty for the whole text, else title, author, source or number. `typed` is what
    stood in the box. A quoted phrase is never given other names.
    """

    terms: tuple[str, ...]
    field: str = ""
    typed: str = ""
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with `text` (folded): the first 200 of them by code point."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases in either order with at most `gap` terms between them."""

    left: Phrase
    right: Phrase
    gap: int


@dataclass(frozen=True, slots=True)
class Named:
    """A value as typed after `region:` and the like, before it is looked up."""

    field: str
    typed: str


@dataclass(frozen=True, slots=True)
class Value:
    """A record that holds any of these values in a facet; `typed` is how it was asked for."""

    facet: str
    values: tuple[str, ...]
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """A record sorted by a date from `first` to `last`, both included; either may be open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """Any of the parts, scored by the best one: one thing by its several names."""

    parts: tuple[Node, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


type Node = (
    Everything | Nothing | Phrase | Prefix | Near | Named | Value | Between | And | Or | Best | Not
)


def rewrite(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return the tree with every part changed, the inner ones first."""
    match node:
        case And(parts) | Or(parts) | Best(parts):
            node = replace(node, parts=tuple(rewrite(part, change) for part in parts))
        case Not(part):
            node = Not(rewrite(part, change))
    return change(node)


def wanted(node: Node) -> Iterator[Phrase | Prefix]:
    """Yield the words and phrases that a match holds; what is under a NOT is left out."""
    match node:
        case Phrase() | Prefix():
            yield node
        case Near(left, right):
            yield left
            yield right
        case And(parts) | Or(parts) | Best(parts):
            for part in parts:
                yield from wanted(part)


def values_in(node: Node) -> Iterator[Value]:
    """Yield the values of facets that a match holds; what is under a NOT is left out."""
    match node:
        case Value():
            yield node
        case And(parts) | Or(parts) | Best(parts):
            for part in parts:
                yield from values_in(part)
