"""Whether a text is about a topic or mentions it in passing, and whether it denies or lists it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.found import FoundMention

ABOUT_ZONES = frozenset({"title", "abstract", "keywords"})
ABOUT_FROM = 3  # mentions in the running text
LISTED_FROM = 4  # names of a facet in a row

_NEGATION = re.compile(
    r"(?:\b(?:not|never|without|excluding|except(?: for)?|other than|rather than|unlike"
    r"|outside(?: of)?|no longer|does not (?:include|cover|touch)|neither|nor)\s+(?:\w+\s+){0,2}"
    r"|(?:不含|不包括|除|除了|并非|不是|不属于|不涉及|而非)[\u3400-\u9fff]{0,3})$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,，、;；]|and|or|和|与|及|以及|&|[,，、]\s*and)\s*(?:the\s+)?")


def with_roles(mentions: Sequence[FoundMention], texts: dict[str, str]) -> list[FoundMention]:
    """Return the mentions with role and polarity; `texts` holds the text of each zone.

    A text is about what its title, abstract or keywords name, and what its body names at least
    three times. A name behind a negation is negated; one of four or more in a row is listed.
    """
    counts = Counter((one.facet, one.topic_ids) for one in mentions if one.topic_ids)
    about = {
        (one.facet, one.topic_ids)
        for one in mentions
        if one.zone in ABOUT_ZONES or counts[one.facet, one.topic_ids] >= ABOUT_FROM
    }
    listed = _listed(mentions, texts)
    return [
        replace(
            one,
            role="about" if one.topic_ids and (one.facet, one.topic_ids) in about else "mention",
            polarity=_polarity(one, texts[one.zone], listed),
        )
        for one in mentions
    ]


def _polarity(mention: FoundMention, text: str, listed: set[tuple[str, int]]) -> str:
    if _NEGATION.search(text[max(mention.quote_start, mention.start - 40) : mention.start]):
        return "negated"
    return "listed" if (mention.zone, mention.start) in listed else "plain"


def _listed(mentions: Sequence[FoundMention], texts: dict[str, str]) -> set[tuple[str, int]]:
    """Return zone and start of the names that stand in a row of four or more."""
    listed: set[tuple[str, int]] = set()
    row: list[FoundMention] = []
    for one in sorted(mentions, key=lambda one: (one.zone, one.facet, one.start)):
        if row and not _follows(row[-1], one, texts):
            row = []
        row.append(one)
        if len(row) >= LISTED_FROM:
            listed.update((name.zone, name.start) for name in row)
    return listed


def _follows(before: FoundMention, after: FoundMention, texts: dict[str, str]) -> bool:
    if (before.zone, before.facet) != (after.zone, after.facet) or after.start < before.end:
        return False
    between = texts[before.zone][before.end : after.start]
    return len(between) <= 12 and _BETWEEN.fullmatch(between) is not None
