"""Derives links from settled mentions: each topic with its confidence and its best sentences."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import TYPE_CHECKING

from documents.gazetteer.country import NATION_WIDE
from documents.gazetteer.found import ProposedLink, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    "cue": 0.5,
    "homonym-by-province": 0.9,
    "among-places": 0.9,
    "refers-to-named": 0.7,
    "refers-to-industry": 0.7,
}
LISTED = 0.85
ENOUGH = 1.0  # the weight that the words of a theme must reach together
LOUD = frozenset({"title", "keywords"})
LEAD = 150  # characters of the body in which words tell more, as they do in the abstract
LOUDER = 0.2  # how much more
UNNAMED = 5  # themes that a text may be given without naming them: those it tells most of
LOUDNESS = {"title": 3.0, "keywords": 2.0, "abstract": 1.3}


def propose_links(mentions: Sequence[FoundMention]) -> tuple[ProposedLink, ...]:
    """Return one link a topic, the surest first.

    A link rests on settled mentions that are not negated, not nation-wide and not in the footer.
    A theme's cues count once each, and make a link only where together they weigh at least 1; of
    themes that the text never names at most five are linked. The confidence is that at least one
    mention tells the truth: 1 - Π(1 - certainty).
    """
    by_topic: dict[int, list[FoundMention]] = {}
    for mention in mentions:
        if mention.topic_id is not None and _tells(mention):
            by_topic.setdefault(mention.topic_id, []).append(mention)
    told = {topic_id: found for topic_id, found in by_topic.items() if is_enough(found)}
    faint = _faint(told)
    links = (_link(topic_id, found) for topic_id, found in told.items() if topic_id not in faint)
    return tuple(sorted(links, key=lambda link: (-link.confidence, link.topic_id)))


def _faint(told: Mapping[int, Sequence[FoundMention]]) -> set[int]:
    """Return the themes that are not named and are not among those the text tells most of."""
    themes = [topic_id for topic_id, found in told.items() if found[0].facet == "theme"]
    ranked = sorted(themes, key=lambda topic_id: (-_strength(told[topic_id]), topic_id))
    return {
        topic_id
        for topic_id in ranked[UNNAMED:]
        if all(mention.rule != "name" for mention in told[topic_id])
    }


def _strength(mentions: Iterable[FoundMention]) -> float:
    """Return how much a text tells of a theme: the n-th time a word comes back counts 1/n."""
    times: Counter[str] = Counter()
    strength = 0.0
    for mention in mentions:
        times[mention.surface.lower()] += 1
        loudness = LOUDNESS.get(mention.zone, 1.0)
        strength += mention.weight * loudness / times[mention.surface.lower()]
    return strength


def _tells(mention: FoundMention) -> bool:
    is_said = mention.polarity != "negated" and mention.rule != NATION_WIDE
    return is_said and ZONES.get(mention.zone, 0.0) > 0


def is_enough(mentions: Iterable[FoundMention]) -> bool:
    """Whether the words that a text has of one topic make a link together.

    Names and phrases do alone. A sign weighs 0.6 and a cue 0.4, each word once; a word weighs more
    in the title, a little more in the lead, and more again for each further sentence that has it.
    """
    weights: dict[str, float] = {}
    sentences: dict[str, set[tuple[str, int]]] = {}
    for mention in mentions:
        word = mention.surface.lower().rstrip("s")
        weights[word] = max(weights.get(word, 0), _weight(mention))
        sentences.setdefault(word, set()).add((mention.zone, mention.quote_start))
    return sum(_repeated(weights[word], len(places)) for word, places in sentences.items()) > 0.99


def _weight(mention: FoundMention) -> float:
    if mention.weight >= ENOUGH:
        return mention.weight
    if mention.zone in LOUD:
        return ENOUGH if mention.rule == "sign" else 0.6
    is_lead = mention.zone == "abstract" or (mention.zone == "body" and mention.start < LEAD)
    return mention.weight + (LOUDER if is_lead else 0)


def _repeated(weight: float, sentences: int) -> float:
    """Return the weight of a word that comes back, up to 1: 0.4 a sentence, half for a cue."""
    more = (0.4 if weight > 0.5 else 0.2) * (sentences - 1)
    return max(weight, min(ENOUGH, weight + more))


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
