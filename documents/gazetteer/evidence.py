"""Derives links from settled mentions: each topic with its confidence and its best sentences."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from documents.gazetteer.country import NATION_WIDE
from documents.gazetteer.found import ProposedLink, Quote
from documents.gazetteer.themes import told_themes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.found import FoundMention

SHOWN = 3
# How much a mention in a zone tells, as a share of certainty.
ZONES = {
    "title": 0.97,
    "keywords": 0.95,
    "abstract": 0.93,
    "body": 0.85,
    "restricted": 0.85,
    "caption": 0.6,
    "footer": 0.0,
}
# Rules that conclude tell less than names.
RULES = {
    "phrase": 0.95,
    "sign": 0.7,
    "pair": 0.7,
    "cue": 0.5,
    "word": 0.5,
    "homonym-by-province": 0.9,
    "among-places": 0.9,
    "refers-to-named": 0.7,
    "refers-to-industry": 0.7,
}
LISTED = 0.85


def propose_links(mentions: Sequence[FoundMention]) -> tuple[ProposedLink, ...]:
    """Return one link a topic, the surest first.

    A link rests on settled mentions that are not negated, not nation-wide and not in the footer.
    Which themes are linked is said in `themes`. The confidence is that at least one mention tells
    the truth: 1 - Π(1 - certainty).
    """
    by_topic: dict[int, list[FoundMention]] = {}
    for mention in mentions:
        if mention.topic_id is not None and _tells(mention):
            by_topic.setdefault(mention.topic_id, []).append(mention)
    themes = {pk: found for pk, found in by_topic.items() if found[0].facet == "theme"}
    told = told_themes(themes)
    links = (
        _link(topic_id, found)
        for topic_id, found in by_topic.items()
        if topic_id in told or topic_id not in themes
    )
    return tuple(sorted(links, key=lambda link: (-link.confidence, link.topic_id)))


def _tells(mention: FoundMention) -> bool:
    is_said = mention.polarity != "negated" and mention.rule != NATION_WIDE
    return is_said and ZONES.get(mention.zone, 0.0) > 0


def certainty(mention: FoundMention) -> float:
    """Return how sure one mention alone makes a link, in 0..1."""
    share = ZONES.get(mention.zone, 0.0) * RULES.get(mention.rule, 1.0)
    return share * (LISTED if mention.polarity == "listed" else 1.0)


def _link(topic_id: int, mentions: list[FoundMention]) -> ProposedLink:
    surest: dict[tuple[str, int], float] = {}
    for mention in mentions:
        sentence = (mention.zone, mention.quote_start)
        surest[sentence] = max(surest.get(sentence, 0.0), certainty(mention))
    doubt = prod(1 - share for share in surest.values())
    best = max(mentions, key=certainty)
    return ProposedLink(
        topic_id=topic_id,
        confidence=round(min(1 - doubt, 0.999), 3),
        quotes=_quotes(mentions),
        mentions=tuple(mentions),
        rule=best.rule,
        role="about" if any(mention.role == "about" for mention in mentions) else "mention",
    )


def _quotes(mentions: Sequence[FoundMention]) -> tuple[Quote, ...]:
    """Return the sentences that tell most, each once, in the order of the text among equals."""
    quotes: dict[tuple[str, int], Quote] = {}
    for mention in sorted(mentions, key=certainty, reverse=True):
        end = mention.quote_start + len(mention.quote)
        quote = Quote(mention.zone, mention.quote_start, end, mention.quote)
        quotes.setdefault((mention.zone, mention.quote_start), quote)
    return tuple(quotes.values())[:SHOWN]
