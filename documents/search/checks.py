"""Says at start-up when the chosen engine serves more records than it serves well."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Warning as CheckWarning
from django.db import DatabaseError

from documents.models import Document
from documents.search import indexes

WHOOSH_SERVES = 30_000


def check_engine(**_: Any) -> list[CheckMessage]:
    """Compare the number of published records with what Whoosh serves well."""
    if indexes.chosen() != "whoosh":
        return []
    try:
        records = Document.objects.published().count()
    except DatabaseError:
        return []
    if records <= WHOOSH_SERVES:
        return []
    return [
        CheckWarning(
            f"Whoosh holds {records} records; it serves about {WHOOSH_SERVES} well.",
            hint="Install the extra `fast`, build its index with `rebuild_index --engine tantivy` "
            "and set SEARCH_ENGINE=tantivy; or set SEARCH_ENGINE=postgres on PostgreSQL.",
            id="documents.W001",
        )
    ]
