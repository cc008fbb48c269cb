"""Links a record to topics: finds the names in it, stores them, and derives the links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from documents.curation.figure_store import store_figures
from documents.curation.licensed_names import licensed_by_topic, links_of, names_in
from documents.curation.link_store import LinkChanges, store_links
from documents.curation.mention_store import store_mentions, with_decisions
from documents.curation.record_zones import record_zones
from documents.gazetteer import load_names
from documents.models import Document, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from documents.gazetteer import Gazetteer


@transaction.atomic
def relink(document: Document, gazetteer: Gazetteer | None = None) -> LinkChanges:
    """Bring mentions, figures and links of a record up to its text and the vocabulary.

    Accepted and rejected decisions of curators stay. Doing it twice changes nothing.
    """
    gazetteer = gazetteer or load_names()
    zones = record_zones(document)
    decided = document.mentions.exclude(status=Mention.Status.FOUND).prefetch_related("candidates")
    mentions = with_decisions(names_in(zones, gazetteer), decided)
    keys = store_mentions(document, mentions, gazetteer.version, zones)
    store_figures(document, zones, mentions)
    return store_links(document, links_of(mentions), keys, licensed_by_topic(mentions))


def relink_each(documents: Iterable[Document]) -> Iterator[tuple[Document, LinkChanges]]:
    """Relink records one by one, each in a transaction of its own, with what changed."""
    gazetteer = load_names()
    for document in documents:
        yield document, relink(document, gazetteer)
