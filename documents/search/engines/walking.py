"""Goes through a tree: an engine says what each kind of node gives, never which kind it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

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


class Walk[Found](ABC):
    """What each node of a tree gives for one question."""

    def run(self, node: Node) -> Found:
        match node:
            case And(parts):
                return self.all_of(parts)
            case Or(parts):
                return self.any_of(parts)
            case Best(parts, weights):
                return self.best_of(parts, weights)
            case Not(part):
                return self.all_but(part)
        return self._words(node)

    def _words(self, leaf: Node) -> Found:
        match leaf:
            case Phrase():
                return self.phrase(leaf)
            case Prefix():
                return self.prefix(leaf)
            case Near():
                return self.near(leaf)
        return self._plain(leaf)

    def _plain(self, leaf: Node) -> Found:
        match leaf:
            case Everything():
                return self.everything()
            case Value(facet, values):
                return self.value(facet, frozenset(values))
            case Between(first, last):
                return self.dated(first, last)
        return self.nothing()

    @abstractmethod
    def all_of(self, parts: tuple[Node, ...]) -> Found: ...

    @abstractmethod
    def any_of(self, parts: tuple[Node, ...]) -> Found: ...

    @abstractmethod
    def best_of(self, parts: tuple[Node, ...], weights: tuple[float, ...]) -> Found:
        """Return what any of the parts gives, scored by the best of them."""

    @abstractmethod
    def all_but(self, part: Node) -> Found: ...

    @abstractmethod
    def phrase(self, leaf: Phrase) -> Found:
        """Return what holds a word or phrase."""

    @abstractmethod
    def prefix(self, leaf: Prefix) -> Found:
        """Return what holds a word that begins so."""

    @abstractmethod
    def near(self, leaf: Near) -> Found:
        """Return what holds two phrases near each other."""

    @abstractmethod
    def everything(self) -> Found: ...

    @abstractmethod
    def value(self, facet: str, values: frozenset[str]) -> Found:
        """Return what holds one of the values in a facet."""

    @abstractmethod
    def dated(self, first: date | None, last: date | None) -> Found:
        """Return what is sorted by a day within both bounds."""

    @abstractmethod
    def nothing(self) -> Found: ...
