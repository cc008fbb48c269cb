"""Weighs the cues of a page for each kind: report, news, release, policy or brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.ingest.draft import Found
from documents.ingest.phrases import load_phrases, pattern_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the cues look at. `default` is the usual kind of the source, "" where unknown."""

    title: str
    head: str
    body: str
    tail: str
    number: str
    abstract: bool
    own_abstract: bool
    history: bool
    keywords: bool
    licensed: bool
    teaser: bool
    agency: bool
    default: str


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    zone: str
    weight: float
    rule: str
    form: re.Pattern[str]


_CUES = tuple(
    _Cue(
        row["kind"],
        row["zone"],
        row["weight"],
        row["rule"],
        re.compile(pattern_of(row), re.IGNORECASE | re.MULTILINE),
    )
    for row in load_phrases("kinds")["cue"]
)


def guess_kind(evidence: Evidence) -> Found[str]:
    """Give the kind with most weight; the rule names its heaviest cue."""
    hits = [*_hits(evidence), *_whole(evidence)]
    totals: dict[str, float] = {"news": 1.5}
    for kind, weight, _, _ in hits:
        totals[kind] = totals.get(kind, 0.0) + weight
    best = max(totals, key=lambda kind: totals[kind])
    others = max((total for kind, total in totals.items() if kind != best), default=0.0)
    reasons = sorted((hit for hit in hits if hit[0] == best), key=lambda hit: -hit[1])
    rule, line = (reasons[0][2], reasons[0][3]) if reasons else ("no cue of another kind", "")
    return Found(best, rule, line, min(0.97, 0.55 + (totals[best] - others) / 12))


def _hits(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    for cue in _CUES:
        zone: str = getattr(evidence, cue.zone)
        if match := cue.form.search(zone):
            start = zone.rfind("\n", 0, match.start()) + 1
            yield cue.kind, cue.weight, cue.rule, zone[start:].split("\n", 1)[0][:300]


def _whole(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    if evidence.abstract and evidence.keywords:
        yield "report", 3.0, "an abstract and keywords", ""
    elif evidence.keywords or (evidence.abstract and evidence.own_abstract):
        yield "report", 1.5, "keywords or an abstract", ""
    if evidence.history:
        yield "report", 4.0, "days on which a journal received it", ""
    if evidence.licensed:
        yield "brief", 3.0 if evidence.teaser else 2.0, "a licensed text", ""
    if evidence.agency:
        yield "news", 2.5, "an agency's dateline", ""
    if evidence.default:
        weight = 1.0 if evidence.default == "news" else 2.0
        yield evidence.default, weight, "the usual kind of the source", ""
