"""Whether a text is about a topic or mentions it in passing, and whether it denies or lists it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.hits import ReadZone

ABOUT_ZONES = frozenset({"title", "abstract", "keywords"})
ABOUT_FROM = 3  # mentions in the running text
LISTED_FROM = 4  # names of a facet in a row
BETWEEN = 12  # characters at most between two names in a row

_NEGATION = re.compile(
    r"\b(?:not|never|without|excluding|except(?: for)?|no longer"
    r"|(?:do|does|did|will|would|can)(?: not|n['’]t) (?:include|cover|touch|affect|concern|involve"
    r"|apply to|extend to)|none of (?:this|these|them|it|which) \w+"
    r"|neither|nor)\s+|不含|不包括|除了?|并非|不是|不属于|不涉及|不适用于|不涵盖|不包含|未涉及|而非|不用于|不得用于",
    re.IGNORECASE,
)
_NEAR = re.compile(r"(?:\w+\s+)?|[\u3400-\u9fff]{0,3}")
_BETWEEN = re.compile(r"\s*(?:[,，、;；]|and|or|和|与|及|以及|&|[,，、]\s*and)\s*(?:the\s+)?")


def denials(read: ReadZone) -> list[int]:
    """Return where the words end that deny what follows them."""
    found = (_denial(read.text, hit.start, hit.end) for hit in read.signals("negation"))
    return [match.end() for match in found if match]


def _denial(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the denial that a word such as "not" makes; "does not" denies by its "not" alone."""
    return _NEGATION.match(text, start) or _NEGATION.match(text, max(start, end - len("not")))


def with_roles(
    mentions: Sequence[FoundMention], texts: Mapping[str, str], denied: Mapping[str, Sequence[int]]
) -> list[FoundMention]:
    """Return the mentions with role and polarity; `texts` and `denied` are by zone.

    A text is about what its title, abstract or keywords name, and what its body names at least
    three times. A name behind a negation is negated; one of four or more in a row is listed.
    Mentions stand in the order of the text, zone by zone.
    """
    about = _subjects(mentions)
    listed = _listed(mentions, texts)
    marked = []
    for one in mentions:
        if denied[one.zone] and _is_denied(one, texts[one.zone], denied[one.zone]):
            polarity = "negated"
        else:
            polarity = "listed" if (one.zone, one.start) in listed else "plain"
        role = "about" if one.topic_ids in about else "mention"
        marked.append(one.told(role, polarity))
    return marked


def _subjects(mentions: Iterable[FoundMention]) -> set[tuple[int, ...]]:
    """Return the topics of what the text is about."""
    named = [one for one in mentions if one.topic_ids]
    times = Counter([one.topic_ids for one in named])
    often = {topic_ids for topic_ids, count in times.items() if count >= ABOUT_FROM}
    return often | {one.topic_ids for one in named if one.zone in ABOUT_ZONES}


def _is_denied(mention: FoundMention, text: str, denied: Sequence[int]) -> bool:
    """Whether at most one word stands between a denial and the name, in its sentence."""
    place = bisect_right(denied, mention.start)
    if not place or denied[place - 1] <= mention.quote_start:
        return False
    return _NEAR.fullmatch(text, denied[place - 1], mention.start) is not None


def _listed(mentions: Iterable[FoundMention], texts: Mapping[str, str]) -> set[tuple[str, int]]:
    """Return zone and start of the names that stand in a row of four or more."""
    rows: dict[str, list[FoundMention]] = {}
    listed: set[tuple[str, int]] = set()
    for one in mentions:
        row = rows.get(one.facet)
        if row is None or not _follows(row[-1], one, texts):
            row = rows[one.facet] = []
        row.append(one)
        if len(row) >= LISTED_FROM:
            listed.update((name.zone, name.start) for name in row)
    return listed


def _follows(before: FoundMention, after: FoundMention, texts: Mapping[str, str]) -> bool:
    if not 0 < after.start - before.end <= BETWEEN or before.zone != after.zone:
        return False
    return _BETWEEN.fullmatch(texts[after.zone], before.end, after.start) is not None
