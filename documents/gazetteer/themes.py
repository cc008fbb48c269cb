"""Which themes a text tells, from the words it has of each.

A name or a phrase tells its theme alone. A sign weighs 0.6, a cue or a pair 0.4, each word once; a
word weighs more in the title, a little more in the lead, and more again for each further sentence
that has it. A theme is told whose words weigh 1 together and are not one weak word
that comes back; of the two that a text tells most of, 0.6
is enough: what a page is about it may say once, in other words than the vocabulary's.
"""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.gazetteer.found import FoundMention

ENOUGH = 1.0
FOREMOST = 2  # themes that a text tells most of
ENOUGH_FOREMOST = 0.6
ENOUGH_ALONE = 1.5  # for one weak word in two forms that heads the text
HINTED = 4  # themes that a text may be given by words that only hint: those it tells most of
PHRASED = 7  # ... and by a phrase that tells its theme alone
LOUD = frozenset({"title", "keywords"})
LEAD = 150  # characters of the body in which words tell more, as they do in the abstract
LOUDER = 0.2  # how much more
LOUDNESS = {"title": 3.0, "keywords": 2.0, "abstract": 1.3}
ROUNDING = 0.01
WEAK = frozenset({"cue", "word"})
STEM = 5  # letters that tell one weak word from another: county, county-level
LEAST_CUES = 2


def told_themes(mentions: Mapping[int, Sequence[FoundMention]]) -> set[int]:
    """Return the themes that are told: any that are named, of others the first few; by theme."""
    return {
        topic_id
        for place, topic_id in enumerate(ranking(mentions))
        if _is_told(mentions[topic_id], place) and place < _reach(mentions[topic_id])
    }


def _reach(mentions: Sequence[FoundMention]) -> float:
    """Return before which place a theme must stand in the order of how much a text tells of it."""
    if any(one.rule == "name" for one in mentions):
        return inf
    return PHRASED if any(one.weight >= ENOUGH for one in mentions) else HINTED


def with_company(mentions: Sequence[FoundMention]) -> list[FoundMention]:
    """Return the mentions without words of themes that too little else tells."""
    by_theme: dict[int, list[FoundMention]] = {}
    for one in mentions:
        if one.facet == "theme" and one.topic_id is not None:
            by_theme.setdefault(one.topic_id, []).append(one)
    told = {
        topic_id
        for place, topic_id in enumerate(ranking(by_theme))
        if _is_told(by_theme[topic_id], place)
    }
    return [one for one in mentions if one.facet != "theme" or one.topic_id in told]


def ranking(mentions: Mapping[int, Sequence[FoundMention]]) -> list[int]:
    """Return the themes in the order of how much the text tells of them, most first."""
    return sorted(mentions, key=lambda topic_id: (-_strength(mentions[topic_id]), topic_id))


def _is_told(mentions: Sequence[FoundMention], place: int) -> bool:
    if any(one.weight >= ENOUGH for one in mentions):
        return not _is_lone_cue(mentions)
    weight = weight_of(mentions)
    if _is_lone_cue(mentions):  # "County" in two forms, and in the title
        is_headed = any(one.zone in LOUD for one in mentions)
        return place < FOREMOST and is_headed and weight >= ENOUGH_ALONE
    return weight > (ENOUGH_FOREMOST if place < FOREMOST else ENOUGH) - ROUNDING


def _is_lone_cue(mentions: Sequence[FoundMention]) -> bool:
    """Whether all a text has of a theme is one weak word, however often and in whatever form."""
    if any(one.rule not in WEAK for one in mentions):
        return False
    return len({word_of(one)[:STEM] for one in mentions}) < LEAST_CUES


def weight_of(mentions: Iterable[FoundMention]) -> float:
    """Return what the words that a text has of one theme weigh together."""
    weights: dict[str, float] = {}
    sentences: dict[str, set[tuple[str, int]]] = {}
    for mention in mentions:
        word = word_of(mention)
        weights[word] = max(weights.get(word, 0), _weight(mention))
        sentences.setdefault(word, set()).add((mention.zone, mention.quote_start))
    return sum(_repeated(weights[word], len(places)) for word, places in sentences.items())


def word_of(mention: FoundMention) -> str:
    """Return the word of a mention without the s of a plural."""
    return mention.surface.lower().rstrip("s")


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


def _strength(mentions: Iterable[FoundMention]) -> float:
    """Return how much a text tells of a theme: the n-th time a word comes back counts 1/n."""
    times: Counter[str] = Counter()
    strength = 0.0
    for mention in mentions:
        word = mention.surface.lower()
        times[word] += 1
        strength += mention.weight * LOUDNESS.get(mention.zone, 1.0) / times[word]
    return strength
