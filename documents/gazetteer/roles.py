"""Whether a text is about a topic or mentions it in passing, and whether it denies or lists it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.found import FoundMention

ABOUT_ZONES = frozenset({"title", "abstract", "keywords"})
ABOUT_FROM = 3  # mentions in the running text
LISTED_FROM = 4  # names of a facet in a row

_NEGATION = re.compile(
    r"\b(?:not|never|without|excluding|except(?: for)?|no longer"
    r"|(?:do|does|did|will|would|can)(?: not|n['’]t) (?:include|cover|touch|affect|concern|involve"
    r"|apply to|extend to)|none of (?:this|these|them|it|which) \w+"
    r"|neither|nor)\s+|不含|不包括|除了?|并非|不是|不属于|不涉及|不适用于|不涵盖|不包含|未涉及|而非",
    re.IGNORECASE,
)
_NEAR = re.compile(r"(?:\w+\s+)?|[\u3400-\u9fff]{0,3}")
_BETWEEN = re.compile(r"\s*(?:[,，、;；]|and|or|和|与|及|以及|&|[,，、]\s*and)\s*(?:the\s+)?")


def with_roles(mentions: Sequence[FoundMention], texts: dict[str, str]) -> list[FoundMention]:
    """Return the mentions with role and polarity; `texts` holds the text of each zone.

    A text is about what its title, abstract or keywords name, and what its body names at least
    three times. A name behind a negation is negated; one of four or more in a row is listed.
    """
    about = _subjects(mentions)
    listed = _listed(mentions, texts)
    denials = {
        zone: [match.end() for match in _NEGATION.finditer(text)] for zone, text in texts.items()
    }
    marked = []
    for one in mentions:
        if denials[one.zone] and _is_denied(one, texts[one.zone], denials[one.zone]):
            polarity = "negated"
        else:
            polarity = "listed" if (one.zone, one.start) in listed else "plain"
        role = "about" if (one.facet, one.topic_ids) in about else "mention"
        if (role, polarity) != (one.role, one.polarity):
            one = one._replace(role=role, polarity=polarity)  # noqa: PLW2901
        marked.append(one)
    return marked


def _subjects(mentions: Sequence[FoundMention]) -> set[tuple[str, tuple[int, ...]]]:
    """Return facet and topics of what the text is about."""
    named = [(one.facet, one.topic_ids) for one in mentions if one.topic_ids]
    often = {key for key, times in Counter(named).items() if times >= ABOUT_FROM}
    loud = (one for one in mentions if one.topic_ids and one.zone in ABOUT_ZONES)
    return often | {(one.facet, one.topic_ids) for one in loud}


def _is_denied(mention: FoundMention, text: str, denials: Sequence[int]) -> bool:
    """Whether at most one word stands between a denial and the name, in its sentence."""
    place = bisect_right(denials, mention.start)
    if not place or denials[place - 1] <= mention.quote_start:
        return False
    return _NEAR.fullmatch(text, denials[place - 1], mention.start) is not None


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
