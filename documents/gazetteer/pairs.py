"""Words of a theme that stand apart in one sentence: "cuts ... emissions", 降低……能耗."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.hits import Hit, ReadZone

APART = 70  # characters that may stand between the two, in Latin script
APART_HAN = 24
_HAN = re.compile(r"[\u3400-\u9fff]")


class Pair(NamedTuple):
    """Both words of a pair; `span` runs from the first to the second."""

    span: Span
    topic_id: int


def pairs(read: ReadZone) -> Iterator[Pair]:
    """Give each pair of a sentence once, its two words in either order and as near as they are."""
    sides: defaultdict[tuple[int, int, Span], tuple[list[Hit], list[Hit]]]
    sides = defaultdict(lambda: ([], []))
    hits = read.hits["pair"]
    for hit in hits if len(hits) > 1 else ():
        sentence = read.sentence(hit.start)
        for name in hit.names:
            if name.topic_id and name.part:
                number, side = name.part
                sides[number, name.topic_id, sentence][side].append(hit)
    for (_number, topic_id, _sentence), (first, second) in sides.items():
        if first and second and (span := _nearest(read.text, first, second)):
            yield Pair(span, topic_id)


def _nearest(text: str, first: Sequence[Hit], second: Sequence[Hit]) -> Span | None:
    spans = [
        Span(min(a.start, b.start), max(a.end, b.end))
        for a in first
        for b in second
        if a.end <= b.start or b.end <= a.start
    ]
    nearest = min(spans, key=lambda span: span.end - span.start, default=None)
    if nearest is None:
        return None
    most = APART_HAN if _HAN.match(text, nearest.start) else APART
    return nearest if nearest.end - nearest.start <= most else None
