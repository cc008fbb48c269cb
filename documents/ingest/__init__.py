"""Raw page in, clean draft out. Touches no database: the same page always gives the same draft."""

from __future__ import annotations

from documents.ingest.draft import (
    Access,
    Author,
    Caption,
    DatedFact,
    Draft,
    Dropped,
    Found,
    KnownSource,
    Page,
    UnreadablePageError,
)
from documents.ingest.pipeline import draft_from

__all__ = [
    "Access",
    "Author",
    "Caption",
    "DatedFact",
    "Draft",
    "Dropped",
    "Found",
    "KnownSource",
    "Page",
    "UnreadablePageError",
    "draft_from",
]
