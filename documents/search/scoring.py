"""How relevance is counted: BM25 as Robertson and Zaragoza (2009) give it, field by field.

A word or phrase scores the sum over its fields of weight x idf x saturated frequency. The idf of a
phrase is the sum of those of its terms, its frequency the number of places where it stands.
Whatever else matches (a prefix, NEAR) scores one; facets and dates score nothing.
"""

from __future__ import annotations

import math

K1 = 1.2
B = 0.75
FIELD_WEIGHTS = {"title": 0.6, "text": 1.0, "restricted": 1.0}
"""What a field adds; the text holds the title too, so the title's own weight is a bonus."""

CONSTANT = 1.0


def idf(records: int, holding: int) -> float:
    """Return how telling a term is that `holding` of `records` records hold."""
    return math.log(1 + (records - holding + 0.5) / (holding + 0.5))


def scored_fields(field: str, searched: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields whose frequencies count for a leaf: a plain word also by the title."""
    return searched if field else ("title", *searched)
