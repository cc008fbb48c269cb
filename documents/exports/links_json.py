"""What a page names, as rows of JSON: links and figures, each with the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer import proving
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.gazetteer import FoundFigure, FoundMention, Gazetteer, ProposedLink

type Row = dict[str, str | float | int | None]


def link_rows(
    mentions: Sequence[FoundMention], links: Iterable[ProposedLink], gazetteer: Gazetteer
) -> list[Row]:
    """Return the links as rows: facet id name_en name_zh sense mention quote status.

    status: suggested; ambiguous for each topic that an unsettled name may mean; candidate for a
    citation without a title. A cluster of an industry and an instrument that no topic stands for
    have the id null.
    """
    return [
        *(_link_row(link, gazetteer) for link in links),
        *_ambiguous_rows(mentions, gazetteer),
        *_unlisted_rows(mentions),
    ]


def figure_rows(figures: Iterable[FoundFigure]) -> list[Row]:
    """Return the figures as rows: value unit what quote due_year."""
    return [
        {
            "value": figure.value,
            "unit": figure.unit,
            "what": figure.what,
            "quote": figure.quote,
            "due_year": figure.due_year,
        }
        for figure in figures
    ]


def _link_row(link: ProposedLink, gazetteer: Gazetteer) -> Row:
    shown = link.quotes[0]
    mention = next(
        one
        for one in proving(link.mentions)
        if (one.zone, one.quote_start) == (shown.zone, shown.start)
    )
    row = _row(mention, "suggested", gazetteer, link.topic_id)
    return row | {"confidence": link.confidence}


def _ambiguous_rows(mentions: Iterable[FoundMention], gazetteer: Gazetteer) -> Iterator[Row]:
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        key = (mention.facet, fold(mention.surface))
        if len(mention.topic_ids) > 1 and key not in seen:
            seen.add(key)
            for topic_id in mention.topic_ids:
                yield _row(mention, "ambiguous", gazetteer, topic_id)


def _unlisted_rows(mentions: Iterable[FoundMention]) -> Iterator[Row]:
    """Give industries' clusters and instruments without a topic, each name once."""
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        key = (mention.facet, fold(mention.surface))
        if mention.topic_ids or key in seen or not _is_a_claim(mention):
            continue
        seen.add(key)
        yield _row(mention, "candidate" if mention.rule == "untitled" else "suggested")


def _is_a_claim(mention: FoundMention) -> bool:
    if mention.polarity == "negated" or mention.zone in {"footer", "keywords"}:
        return False
    if mention.facet == "instrument":
        return True
    return mention.sense == "industrial" and not mention.rule.startswith("refers")


def _row(
    mention: FoundMention,
    status: str,
    gazetteer: Gazetteer | None = None,
    topic_id: int | None = None,
) -> Row:
    topic = gazetteer.topics[topic_id] if gazetteer and topic_id else None
    return {
        "facet": mention.facet,
        "id": topic.slug if topic else None,
        "name_en": topic.name_en if topic else None,
        "name_zh": topic.name_zh if topic else None,
        "sense": (topic.sense if topic else mention.sense) or None,
        "mention": mention.surface,
        "quote": mention.quote,
        "status": status,
    }
