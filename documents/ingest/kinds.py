"""Weighs the cues of a page for each kind: report, news, release, policy or brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.ingest.draft import Found
from documents.ingest.names import is_publisher
from documents.ingest.phrases import compile_phrases, load_phrases, pattern_of
from documents.ingest.shape import han_count, word_count


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the cues look at. `default` is the usual kind of the `source`, "" where unknown.

    `labels` are the words that may say what the site calls the page, the likeliest first.
    """

    title: str = ""
    head: str = ""
    body: str = ""
    tail: str = ""
    number: str = ""
    abstract: bool = False
    own_abstract: bool = False
    history: bool = False
    keywords: bool = False
    licensed: bool = False
    teaser: bool = False
    agency: bool = False
    default: str = ""
    source: str = ""
    labels: tuple[str, ...] = ()


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

_MEDIUM = compile_phrases("names", "medium")
# What a name has in full and not in a sentence: its country, its acronym, its legal form.
_ENDING = re.compile(r"^the\s|[,(（].*$|(?:股份|集团)?有限(?:责任)?公司$", re.IGNORECASE)
_USUAL = 1.5  # what speaks for news before anything is read
_SHORTEST = 2  # words of a name; sites with one word carry news of all kinds
_REPORTER = r"\s?(?:记者|讯|电|通讯员|\(reporter)"  # behind the name of a paper
_OPENING = 400  # characters of a text in which its sender names himself


def guess_kind(evidence: Evidence) -> Found[str]:
    """Give the kind with most weight; the rule names its heaviest cue."""
    hits = [*_hits(evidence), *_called(evidence), *_whole(evidence)]
    totals: dict[str, float] = {"news": _USUAL}
    for kind, weight, _, _ in hits:
        totals[kind] = totals.get(kind, 0.0) + weight
    # where as much speaks for another kind as for news, its cues are the rarer ones
    best = max(totals, key=lambda kind: (totals[kind], kind != "news" and totals[kind] > _USUAL))
    others = max((total for kind, total in totals.items() if kind != best), default=0.0)
    reasons = sorted((hit for hit in hits if hit[0] == best), key=lambda hit: -hit[1])
    rule, line = (reasons[0][2], reasons[0][3]) if reasons else ("no cue of another kind", "")
    return Found(best, rule, line, min(0.97, 0.55 + (totals[best] - others) / 12))


def _hits(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    for cue in _CUES:
        if cue.zone == "label":
            continue
        zone: str = getattr(evidence, cue.zone)
        if match := cue.form.search(zone):
            start = zone.rfind("\n", 0, match.start()) + 1
            yield cue.kind, cue.weight, cue.rule, zone[start:].split("\n", 1)[0][:300]


def _called(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    """Give the cue of the first label that has one: a section within another is the narrower."""
    for label in evidence.labels:
        for cue in _CUES:
            if cue.zone == "label" and cue.form.fullmatch(label):
                yield cue.kind, cue.weight, cue.rule, label
                return


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
    yield from _of_source(evidence)


def _of_source(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    if _MEDIUM.search(evidence.source):
        yield "news", 1.0, "a source that carries news of others", ""
    if _speaks_of_itself(evidence):
        yield "release", 3.0, "a sender's words about itself", ""
    if evidence.default:
        weight = 1.0 if evidence.default == "news" else 2.0
        yield evidence.default, weight, "the usual kind of the source", ""


def _speaks_of_itself(evidence: Evidence) -> bool:
    """Say whether a body that carries no news for others is named in its own title or opening."""
    name = _ENDING.sub("", evidence.source).casefold()
    body = not han_count(name) or is_publisher(evidence.source)
    if word_count(name) < _SHORTEST or not body or _MEDIUM.search(name):
        return False
    opening = f"{evidence.title}\n{evidence.body[:_OPENING]}".casefold()
    return bool(re.search(rf"{re.escape(name)}(?!{_REPORTER})", opening))
