"""Links records to topics: finds the names in them, stores them, and derives the links."""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING, Final

from django.db import transaction

from documents.curation.figure_store import store_figures
from documents.curation.licensed_names import names_in
from documents.curation.link_store import LinkChanges, store_links
from documents.curation.mention_store import FoundIn, load_stored, store_mentions, with_decisions
from documents.curation.record_zones import zones_of_each
from documents.gazetteer import load_names
from documents.search.indexing import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.gazetteer import Gazetteer
    from documents.models import Document

AT_ONCE: Final = 50
"""Records that are linked together: the queries are shared, and a stop loses no more."""


def relink(document: Document) -> LinkChanges:
    """Bring mentions, figures and links of a record up to its text and the vocabulary.

    Accepted and rejected decisions of curators stay. Doing it twice changes nothing.
    """
    return relink_together([document], load_names())[0]


def relink_each(documents: Iterable[Document]) -> Iterator[tuple[Document, LinkChanges]]:
    """Relink records, some at a time in a transaction of their own, each with what changed."""
    gazetteer = load_names()
    for some in batched(documents, AT_ONCE, strict=False):
        yield from zip(some, relink_together(some, gazetteer), strict=True)


@transaction.atomic
def relink_together(documents: Sequence[Document], gazetteer: Gazetteer) -> list[LinkChanges]:
    """Relink records by queries that do not grow with their number; return what changed in each."""
    stored = load_stored([document.pk for document in documents])
    found = [
        FoundIn(document, zones, tuple(with_decisions(names_in(zones, gazetteer), decided)))
        for document, zones, decided in zip(
            documents, zones_of_each(documents), stored.values(), strict=True
        )
    ]
    with gathered():
        keys = store_mentions(found, stored, gazetteer.version)
        store_figures(found)
        return store_links(found, keys)
