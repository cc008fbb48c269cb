"""The links that a change of names brings or takes, as rows of record, topic and sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.models import Document, Topic

if TYPE_CHECKING:
    from collections.abc import Collection

    from documents.curation.name_change import LinkPreview, Pair

SHOWN = 50


def link_rows(outcome: LinkPreview, pairs: Collection[Pair]) -> list[tuple[Document, Topic, str]]:
    """Return the first of these links of a preview, in two queries and one for labels."""
    first = sorted(pairs)[:SHOWN]
    records = Document.objects.for_lists().in_bulk({document for document, _topic in first})
    topics = Topic.objects.filter(pk__in={topic for _document, topic in first}).labelled().in_bulk()
    return [
        (records[document], topics[topic], outcome.sentences.get((document, topic), ""))
        for document, topic in first
    ]
