"""Words of a theme that stand apart in one sentence: "cuts ... emissions", 降低……能耗."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.hits import is_whole
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.hits import Hit, ReadZone

APART = 70  # characters that may stand between the two, in Latin script
APART_HAN = 24
_HAN = re.compile(r"[\u3400-\u9fff]")
type _Key = tuple[int, int, int]  # number of the pair, its theme, begin of the sentence


class Pair(NamedTuple):
    """Both words of a pair; `span` runs from the first to the second."""

    span: Span
    topic_id: int


def pairs(read: ReadZone) -> Iterator[Pair]:
    """Give each pair of a sentence once, its two words in either order and as near as they are."""
    sides: defaultdict[_Key, tuple[list[Hit], list[Hit]]] = defaultdict(lambda: ([], []))
    for hit, key, side in _halves(read):
        if is_whole(read, hit):
            sides[key][side].append(hit)
    for (_number, topic_id, _sentence), (first, second) in sides.items():
        if first and second and (span := _nearest(read.text, first, second)):
            yield Pair(span, topic_id)


def _halves(read: ReadZone) -> list[tuple[Hit, _Key, int]]:
    """Return the words of pairs whose other words stand in the same sentence, with their sides."""
    halves: list[tuple[Hit, _Key, int]] = []
    met: dict[_Key, int] = {}
    whole: set[_Key] = set()
    for hit in read.hits["pair"]:
        sentence = read.sentence(hit.start)
        for name in hit.names if hit.end <= sentence.end else ():
            if name.topic_id and name.part:
                number, side = name.part
                key = number, name.topic_id, sentence.start
                if met.setdefault(key, side) != side:
                    whole.add(key)
                halves.append((hit, key, side))
    return [half for half in halves if half[1] in whole]


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
