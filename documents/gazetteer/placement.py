"""Makes the mention of what stands at a place of a zone's text, with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.found import FoundMention

if TYPE_CHECKING:
    from documents.gazetteer.hits import Hit, ReadZone
    from documents.text.sentences import Span


# The weight of one word of a theme, by its rule; all else weighs 1.
WEIGHTS = {"phrase": 1.0, "sign": 0.6, "pair": 0.6, "cue": 0.4, "word": 0.4}


def mention_at(
    read: ReadZone,
    at: Span | Hit,
    facet: str,
    rule: str,
    topic_ids: tuple[int, ...] = (),
    sense: str = "",
) -> FoundMention:
    """Return the mention; what runs over a sentence's end is cut there."""
    sentence = read.sentence(at.start)
    end = min(at.end, sentence.end)
    return FoundMention(
        zone=read.name,
        start=at.start,
        end=end,
        surface=read.text[at.start : end],
        quote=sentence.of(read.text),
        quote_start=sentence.start,
        facet=facet,
        rule=rule,
        topic_ids=topic_ids,
        sense=sense,
        weight=WEIGHTS.get(rule, 1.0),
    )
