"""Words of a theme that stand apart in one sentence: "cuts ... emissions", 降低……能耗."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.hits import is_whole
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.gazetteer.hits import Hit, ReadZone

APART = 70  # characters that may stand between the two, in Latin script
APART_HAN = 24
_HAN = re.compile(r"[\u3400-\u9fff]")
type _Key = tuple[int, int]  # number of the pair, its theme
_sentence_of = attrgetter("sentence")


class Pair(NamedTuple):
    """Both words of a pair; `span` runs from the first to the second."""

    span: Span
    topic_id: int


def pairs(read: ReadZone) -> Iterator[Pair]:
    """Give each pair of a sentence once, its two words in either order and as near as they are."""
    for _sentence, hits in groupby(read.hits["pair"], key=_sentence_of):
        yield from _of_sentence(read, list(hits))


def _of_sentence(read: ReadZone, hits: Sequence[Hit]) -> Iterator[Pair]:
    met = _met(hits)
    if not met:
        return
    sides: defaultdict[_Key, tuple[list[Hit], list[Hit]]] = defaultdict(lambda: ([], []))
    for hit in hits:
        if (hit.spelling.firsts | hit.spelling.seconds) & met and is_whole(read, hit):
            for name in hit.names:
                if name.topic_id and name.part and met >> name.part[0] & 1:
                    sides[name.part[0], name.topic_id][name.part[1]].append(hit)
    for (_number, topic_id), (first, second) in sides.items():
        if first and second and (span := _nearest(read.text, first, second)):
            yield Pair(span, topic_id)


def _met(hits: Iterable[Hit]) -> int:
    """Return the pairs of which both words are hit, a bit each."""
    firsts = seconds = 0
    for hit in hits:
        firsts |= hit.spelling.firsts
        seconds |= hit.spelling.seconds
    return firsts & seconds


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
