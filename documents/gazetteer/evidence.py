"""Derives links from settled mentions: each topic with its confidence and its best sentences."""

from __future__ import annotations

from itertools import islice
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
    return share * LISTED if mention.polarity == "listed" else share


def _link(topic_id: int, mentions: list[FoundMention]) -> ProposedLink:
    shares = [certainty(mention) for mention in mentions]
    order = sorted(range(len(mentions)), key=shares.__getitem__, reverse=True)
    surest: dict[tuple[str, int], FoundMention] = {}
    doubt = 1.0
    for place in order:
        mention = mentions[place]
        sentence = mention.zone, mention.quote_start
        if sentence not in surest:
            surest[sentence] = mention
            doubt *= 1 - shares[place]
    return ProposedLink(
        topic_id=topic_id,
        confidence=round(min(1 - doubt, 0.999), 3),
        quotes=tuple(_quote(mention) for mention in islice(surest.values(), SHOWN)),
        mentions=tuple(mentions),
        rule=mentions[order[0]].rule,
        role="about" if any(mention.role == "about" for mention in mentions) else "mention",
    )


def _quote(mention: FoundMention) -> Quote:
    start, text = mention.quote_start, mention.quote
    return Quote(mention.zone, start, start + len(text), text)
