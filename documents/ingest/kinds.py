"""Weighs the cues of a page for each kind: report, news, release, policy or brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.ingest.draft import Found
from documents.ingest.evidence import Evidence
from documents.ingest.kind_signs import line_at, weigh_signs
from documents.ingest.names import is_publisher
from documents.ingest.phrases import compile_phrases, load_phrases, pattern_of
from documents.ingest.shape import han_count, word_count
from documents.text.folding import fold


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
_PRIVATE = compile_phrases("names", "private")
# What a name has in full and not in a sentence: its country, its acronym, its legal form.
_ENDING = re.compile(r"^the\s|[,(（].*$|(?:股份|集团)?有限(?:责任)?公司$", re.IGNORECASE)
_USUAL = 1.5  # what speaks for news before anything is read
_WIRE = re.compile(r"wire\b|asianet|美通社", re.IGNORECASE)  # agencies that carry releases only
_UNOFFICIAL = 0.3  # of the weight that an official form has where no authority speaks
_SHORTEST = 2  # words of a name; sites with one word carry news of all kinds
_REPORTER = r"\s?(?:记者|讯|电|通讯员|\(reporter)"  # behind the name of a paper


def carries_news(name: str) -> bool:
    """Say whether a body carries news of others: a paper, an agency, a broadcaster."""
    return bool(_MEDIUM.search(name))


def guess_kind(evidence: Evidence) -> Found[str]:
    """Give the kind with most weight; the rule names its heaviest cue."""
    cues = [*_hits(evidence), *_called(evidence), *_whole(evidence)]
    if _PRIVATE.search(evidence.origin):
        cues = [_announced(*cue) for cue in cues]
    hits = [*cues, *weigh_signs(evidence)]
    totals: dict[str, float] = {"news": _USUAL}
    for kind, weight, _, _ in hits:
        totals[kind] = totals.get(kind, 0.0) + weight
    # where as much speaks for another kind as for news, its cues are the rarer ones
    best = max(totals, key=lambda kind: (totals[kind], kind != "news" and totals[kind] > _USUAL))
    others = max((total for kind, total in totals.items() if kind != best), default=0.0)
    reasons = [hit for hit in hits if hit[0] == best and hit[1] > 0]
    reasons.sort(key=lambda hit: -hit[1])
    rule, line = (reasons[0][2], reasons[0][3]) if reasons else ("no cue of another kind", "")
    return Found(best, rule, line, min(0.97, 0.55 + (totals[best] - others) / 12))


def _announced(kind: str, weight: float, rule: str, line: str) -> tuple[str, float, str, str]:
    """Turn an official form into what it is where no authority speaks: an announcement."""
    policy = kind == "policy"
    return "release" if policy else kind, weight * (_UNOFFICIAL if policy else 1), rule, line


def _hits(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    for cue in _CUES:
        if cue.zone == "label":
            continue
        zone: str = getattr(evidence, cue.zone)
        if match := cue.form.search(zone):
            yield cue.kind, cue.weight, cue.rule, line_at(zone, match.start())


def _called(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    """Give the cue of the first label that has one: a section within another is the narrower."""
    for label in evidence.labels:
        for cue in _CUES:
            if cue.zone == "label" and any(map(cue.form.fullmatch, (label, fold(label)))):
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
        yield "brief", 2.0 if evidence.teaser else 1.0, "a licensed text", ""
    if evidence.agency and not _WIRE.search(evidence.origin):
        yield "news", 2.5, "an agency's dateline", ""
    yield from _of_source(evidence)


def _of_source(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    if carries_news(evidence.source):
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
    if word_count(name) < _SHORTEST or not body or carries_news(name):
        return False
    opening = f"{evidence.title}\n{evidence.opening}".casefold()
    return bool(re.search(rf"{re.escape(name)}(?!{_REPORTER})", opening))
