"""How relevance is counted: BM25 as Robertson and Zaragoza (2009) give it, field by field.

A word or phrase scores the sum over its fields of weight x idf x saturated frequency. A phrase is
as telling as the records are few that hold it, not as its terms are: a Chinese word of two common
characters may be rare. Its frequency is the number of places where it stands.
Whatever else matches (a prefix, NEAR) scores one; facets and dates score nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from documents.search.tree import And, Best, Between, Everything, Not, Or, Phrase, Value

if TYPE_CHECKING:
    from documents.search.tree import Node

K1 = 1.2
B = 0.75
FIELD_WEIGHTS = {"title": 0.2, "text": 1.0, "restricted": 1.0}
"""What a field adds; the text holds the title too, so the title's own weight is a bonus.

That of the title was set on every second question of the made collections that bear titles
(tests/benchmarks/judged.py), as the one whose least gain over plain BM25 is the largest; the other
questions and adi, cacm and cisi had no part in it.
"""

CONSTANT = 1.0


def idf(records: int, holding: int) -> float:
    """Return how telling a word or phrase is that `holding` of `records` records hold."""
    return math.log(1 + (records - holding + 0.5) / (holding + 0.5))


def scored_fields(field: str, searched: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields whose frequencies count for a leaf: a plain word also by the title."""
    return searched if field else ("title", *searched)


def is_level(tree: Node) -> bool:
    """Tell whether all matches of a tree score the same, so that the newest comes first."""
    match tree:
        case And(parts):
            return all(is_level(part) for part in parts)
        case Or(parts) | Best(parts):
            return all(isinstance(part, Not | Value | Between | Everything) for part in parts)
        case Phrase():
            return False
    return True


def is_coarse(tree: Node) -> bool:
    """Tell whether a tree gives whole scores only, so that many of its matches are level."""
    match tree:
        case And(parts) | Or(parts) | Best(parts):
            return all(is_coarse(part) for part in parts)
        case Phrase():
            return False
    return True
