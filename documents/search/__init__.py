"""Finding documents. Callers use these names and never an engine's own."""

from __future__ import annotations

from documents.search.finding import find, find_ids
from documents.search.query import SearchQuery
from documents.search.results import (
    BestMatch,
    Expansion,
    Facet,
    FacetValue,
    Hit,
    IndexState,
    SearchPage,
)

__all__ = [
    "BestMatch",
    "Expansion",
    "Facet",
    "FacetValue",
    "Hit",
    "IndexState",
    "SearchPage",
    "SearchQuery",
    "find",
    "find_ids",
]
