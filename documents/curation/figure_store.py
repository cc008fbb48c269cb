"""Stores the quantities that a record states, each with the topic that its sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents.gazetteer import find_figures, measure_of
from documents.models import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from documents.gazetteer import FoundFigure, FoundMention, Zone
    from documents.models import Document

# Of several topics in a sentence the figure is about the first of these kinds.
ORDER = ("cluster", "region", "instrument", "theme")


def store_figures(
    document: Document, zones: Sequence[Zone], mentions: Sequence[FoundMention]
) -> None:
    """Make the stored figures those of the zones; where all are equal, nothing is written."""
    topics = _topic_by_sentence(mentions)
    wanted = [
        _values(position, figure, topics.get((figure.zone, figure.quote)))
        for position, figure in enumerate(find_figures(zones))
    ]
    names = list(wanted[0]) if wanted else ["position"]
    if list(document.figures.order_by("position").values(*names)) == wanted:
        return
    document.figures.all().delete()
    Figure.objects.bulk_create(Figure(document=document, **values) for values in wanted)


def _topic_by_sentence(mentions: Iterable[FoundMention]) -> dict[tuple[str, str], int]:
    """Return the topic that each sentence is about, by zone and sentence."""
    topics: dict[tuple[str, str], tuple[int, int]] = {}
    for mention in mentions:
        if mention.topic_id is None or mention.facet not in ORDER:
            continue
        rank = (ORDER.index(mention.facet), mention.topic_id)
        place = (mention.zone, mention.quote)
        topics[place] = min(topics.get(place, rank), rank, key=lambda one: one[0])
    return {place: topic_id for place, (_rank, topic_id) in topics.items()}


def _values(position: int, figure: FoundFigure, topic_id: int | None) -> dict[str, Any]:
    return {
        "position": position,
        "zone": figure.zone,
        "start": figure.start,
        "end": figure.end,
        "value": figure.value,
        "as_written": figure.as_written[:200],
        "unit": figure.unit[:60],
        "what": figure.what[:300],
        "measure": measure_of(figure),
        "quote": figure.quote,
        "due_year": figure.due_year,
        "topic_id": topic_id,
        "is_restricted": figure.zone == "restricted",
    }
