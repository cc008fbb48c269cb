"""Stores the quantities that records state, each with the topic that its sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents.curation.licensed_names import LICENSED
from documents.curation.plain_rows import insert_rows
from documents.gazetteer import find_figures, measure_of
from documents.models import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from documents.curation.mention_store import FoundIn
    from documents.gazetteer import FoundFigure, FoundMention

# Of several topics in a sentence the figure is about the first of these kinds.
ORDER = ("cluster", "region", "instrument", "theme")
_COLUMNS = (
    *("position", "zone", "start", "end", "value", "as_written", "unit", "what"),
    *("measure", "quote", "due_year", "topic", "is_restricted"),
)

type Values = tuple[Any, ...]
"""The values of a figure, in the order of the columns."""


def store_figures(found: Sequence[FoundIn]) -> None:
    """Make the stored figures those of the zones; of a record whose are equal, none is touched."""
    wanted = {one.document.pk: _figures_in(one) for one in found}
    stored: dict[int, list[Values]] = {pk: [] for pk in wanted}
    rows = Figure.objects.filter(document__in=stored).order_by("position")
    for pk, *values in rows.values_list("document", *_COLUMNS):
        stored[pk].append(tuple(values))
    differing = [pk for pk, values in wanted.items() if values != stored[pk]]
    old = [pk for pk in differing if stored[pk]]
    if old:
        Figure.objects.filter(document__in=old).delete()
    new = ((pk, *values) for pk in differing for values in wanted[pk])
    insert_rows(Figure, ("document", *_COLUMNS), new)


def _figures_in(one: FoundIn) -> list[Values]:
    topics = _topic_by_sentence(one.mentions)
    return [
        _values(position, figure, topics.get((figure.zone, figure.quote)))
        for position, figure in enumerate(find_figures(one.zones))
    ]


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


def _values(position: int, figure: FoundFigure, topic_id: int | None) -> Values:
    return (
        position,
        figure.zone,
        figure.start,
        figure.end,
        figure.value,
        figure.as_written[:200],
        figure.unit[:60],
        figure.what[:300],
        measure_of(figure),
        figure.quote,
        figure.due_year,
        topic_id,
        figure.zone == LICENSED,
    )
