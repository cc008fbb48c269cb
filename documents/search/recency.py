"""Relevance with a lift for what is new: an order of its own, never the default.

The most relevant records keep their order but for their age. What stands in place p counts
1 / log2(p + 2), the discount of DCG (Järvelin and Kekäläinen 2002), since scores of different
engines cannot be compared; a record of today counts twice, one of two years ago one and a half
times, and so on by halves. Below the first 500 the order is by relevance alone.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from documents.models import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from documents.search.engines.base import EngineQuery, EngineResults

REORDERED = 500
HALF_LIFE_DAYS = 730.5


def by_recency(asked: EngineQuery, search: Callable[[EngineQuery], EngineResults]) -> EngineResults:
    """Return the page asked for in this order."""
    plain = replace(asked, sort="relevance")
    if asked.start >= REORDERED:
        return search(plain)
    last = asked.start + asked.size
    answer = search(replace(plain, start=0, size=max(REORDERED, last)))
    ids = [hit.document_id for hit in answer.hits[:REORDERED]]
    days = dict(Document.objects.filter(pk__in=ids).values_list("pk", "sorted_on"))
    today = asked.now.date()
    gains = [_lift(days.get(one), today) / math.log2(place + 2) for place, one in enumerate(ids)]
    order = sorted(range(len(ids)), key=lambda place: -gains[place])
    order += range(len(ids), len(answer.hits))
    shown = order[asked.start : last]
    return replace(answer, hits=tuple(answer.hits[place] for place in shown))


def _lift(day: date | None, today: date) -> float:
    if day is None:
        return 1.0
    age = max(0, (today - day).days)
    return 1.0 + math.pow(0.5, age / HALF_LIFE_DAYS)
