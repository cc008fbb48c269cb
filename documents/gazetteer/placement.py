"""Makes the mention of what stands at a place of a zone's text, with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.found import FoundMention
from documents.gazetteer.hits import Hit

if TYPE_CHECKING:
    from documents.gazetteer.hits import ReadZone
    from documents.text.sentences import Span


# The weight of one word of a theme, by its rule; all else weighs 1.
WEIGHTS = {"phrase": 1.0, "sign": 0.6, "pair": 0.4, "cue": 0.4, "word": 0.4}


def mention_at(
    read: ReadZone,
    at: Span | Hit,
    facet: str,
    rule: str,
    topic_ids: tuple[int, ...] = (),
    sense: str = "",
) -> FoundMention:
    """Return the mention; what runs over a sentence's end is cut there."""
    sentence = at.sentence if isinstance(at, Hit) else read.sentence(at.start)
    start, end = at.start, min(at.end, sentence.end)
    text = read.text
    surface, quote = text[start:end], text[sentence.start : sentence.end]
    where = read.name, start, end, surface, quote, sentence.start
    what = facet, rule, topic_ids, sense, "mention", "plain", WEIGHTS.get(rule, 1.0)
    return FoundMention._make(where + what)  # by name it takes four times as long
