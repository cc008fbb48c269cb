"""The sentence that links a record to a topic asked for, shown where no word asked for stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.models import TopicLink
from documents.search.labels import load_labels
from documents.search.passages import Passage, Zone, passages_of
from documents.search.tree import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from documents.models import Document, Visibility


def proofs_of(
    documents: Iterable[Document], topics: Collection[int], visibility: Visibility
) -> dict[int, Passage]:
    """Return for each record the surest public sentence about a topic or one below it, if any.

    The names of the topic are marked. One query, and none where no topic is asked for.
    """
    readable = [document.pk for document in documents if visibility.reads(document)]
    if not readable or not topics:
        return {}
    links = (
        TopicLink.objects.public()
        .under(topics)
        .filter(document__in=readable)
        .exclude(quote="")
        .order_by("confidence", "mention_count", "-pk")
        .values_list("document", "topic", "quote")
    )
    surest = {document: (topic, quote) for document, topic, quote in links}
    return {document: _marked(topic, quote) for document, (topic, quote) in surest.items()}


def _marked(topic: int, quote: str) -> Passage:
    named = load_labels().by_id.get(topic)
    names = [Phrase(label.terms) for label in named.labels if label.terms] if named else []
    return Passage(passages_of((Zone("", quote),), names)[0].text)
