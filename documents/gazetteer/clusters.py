"""The senses of "cluster": of cities or of an industry, named or generic, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.numbers import NUMBER_WORDS
from documents.text.folding import simplify
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.hits import Hit, ReadZone

CITY = "city"
INDUSTRIAL = "industrial"
BY_INDUSTRY = "industry-words"
BACK_REFERENCE = "back-reference"

_CITY_BEFORE = re.compile(
    r"(?:^|[^\w])((?:city|urban|metropolitan|town|megacity)[ \n-])$", re.IGNORECASE
)
_CITY_BEHIND = re.compile(
    r"\s+of\s+(?:\w+\s+){0,3}(?:cities|towns|municipalities)\b", re.IGNORECASE
)
_INDUSTRY_BEHIND = re.compile(
    r"\s+of\s+(?:[\w-]+,?\s+){0,5}?(?:plants|firms|enterprises|industry|industries|companies|makers|factories"
    r"|manufacturers|manufacturing|businesses|producers|workshops|suppliers|SMEs|mills|start-?ups)\b",
    re.IGNORECASE,
)
# The words in front of "cluster": a noun or two that name an industry.
_MODIFIERS = re.compile(r"((?:[A-Za-z][\w’'&/-]*,?[ \n]+){1,4})$")
_WORD = re.compile(r"[A-Za-z][\w’'&/-]*")
_NO_INDUSTRY_WORDS = """
    a an the this that these those its their his her our your each every all some any no one
    two three four five six seven eight nine ten several many few both other another such same
    new first second third fourth last next large larger largest small smaller big major main
    key whole entire certified local existing national provincial regional domestic
    global and or of in on to for from with by as at than into between among across within
    about over under named are is was were be been being has have had will would shall should
    may can could do does did not only also more most less least what which whose where when
    how why that if while because so but yet then there here make makes form forms built build
    builds building create creates created develop developing join joining leading former
    coordinated integrated open dense tight loose mature emerging growing modern traditional
    big-city world-class proposed planned approved covering other's these's group groups
    support supports boost boosts cultivate foster chosen selected designated listed
"""
_NO_INDUSTRY = frozenset(_NO_INDUSTRY_WORDS.split())
_NO_CLUSTER_WORDS = """
    port ports data computing server star housing population building village villages
    infection virus case cases node island islands lake lakes tourist scenic museum language
    gene galaxy disease hotel school university tree
"""
_NO_CLUSTER = frozenset(_NO_CLUSTER_WORDS.split())
# A land's cluster is one of cities: "its peninsula cluster".
_LAND_BEFORE = re.compile(
    r"\b(?:peninsula|plains?|delta|gulf|bay area|basin|reaches|province|regional)[ \n]+$",
    re.IGNORECASE,
)
_NAME_ONLY = re.compile(r"(?:[A-Z][a-z][\w’'-]*[ \n]+)+")
# "The clusters" and "nineteen clusters" name no industry: they mean what the text spoke of before.
_BACK = re.compile(
    r"(?:^|[^\w-])(?:the|this|these|those|its|such|\d[\d,]*|"
    rf"{'|'.join(sorted(NUMBER_WORDS))})[ \n]+$",
    re.IGNORECASE,
)
# "The 48 industrial clusters" are those named before, where any were.
_BACK_INDUSTRIAL = re.compile(
    r"\b(?:the|these|those|such|all|both)[ \n]+(?:[\w,]+[ \n]+(?:of[ \n]+(?:the|these)[ \n]+)?)?"
    r"(industrial[ \n]+)$",
    re.IGNORECASE,
)
_HAN_STOP = re.compile(
    r".*(?:[^\u3400-\u9fffA-Za-z0-9]|[的了在为以和与及把将向从对内各个由成使到]|打造|建设|培育|形成|引导|支持|推动|推进|发展|壮大|做强|做大"
    r"|建成|构建|带动|促进|加快|围绕|依托|国家级|省级|一批|若干|聚焦|聚集|布局|出|批|力争|全市|全省|全国|全县|当地|本地|我市|我省|重点"
    r"|[一二三四五六七八九十两]+[大个条]|[千百万]亿级?|\d+)"
)
_HAN_INDUSTRY = re.compile(
    r"产业|工业|制造|装备|企业|化工|材料|纺织|家电|汽车|医药|电子|机械|食品|农业|加工"
)


class ClusterNoun(NamedTuple):
    """A "cluster" that no name of the vocabulary covers; `span` takes in its modifiers."""

    span: Span
    sense: str
    rule: str


def cluster_nouns(read: ReadZone, taken: Sequence[Span]) -> Iterator[ClusterNoun]:
    """Give the generic and unlisted clusters of a zone; `taken` are spans of names, in order.

    rule: generic-city, industry-words, or back-reference where the noun repeats an earlier one
    ("the cluster"), whose sense is empty here unless it says that it is industrial.
    """
    for hit in read.signals("cluster"):
        noun = None if _is_taken(hit, taken) else _noun(read.text, hit)
        if noun is not None:
            yield noun


def _is_taken(hit: Hit, taken: Sequence[Span]) -> bool:
    return any(span.start < hit.end and hit.start < span.end for span in taken)


def _noun(text: str, hit: Hit) -> ClusterNoun | None:
    return _latin_noun(text, hit) if text[hit.start].isascii() else _han_noun(text, hit)


def _latin_noun(text: str, hit: Hit) -> ClusterNoun | None:
    before = text[hit.sentence.start : hit.start]
    surface = text[hit.start : hit.end].lower()
    city = _CITY_BEFORE.search(before)
    if city and not surface.startswith("city group"):
        return ClusterNoun(Span(hit.start - len(city[1]), hit.end), CITY, "generic-city")
    if surface.startswith("agglomeration"):
        return None
    if surface.startswith("city group") or _CITY_BEHIND.match(text, hit.end, hit.sentence.end):
        return ClusterNoun(Span(hit.start, hit.end), CITY, "generic-city")
    if behind := _INDUSTRY_BEHIND.match(text, hit.end, hit.sentence.end):
        return ClusterNoun(Span(hit.start, behind.end()), INDUSTRIAL, BY_INDUSTRY)
    return _repeated(before, hit) or _of_industry(before, hit)


def _repeated(before: str, hit: Hit) -> ClusterNoun | None:
    """Return the noun where it repeats an earlier one, None where it stands for itself."""
    if _BACK.search(before) or _LAND_BEFORE.search(before):
        return ClusterNoun(Span(hit.start, hit.end), "", BACK_REFERENCE)
    if industrial := _BACK_INDUSTRIAL.search(before):
        span = Span(hit.sentence.start + industrial.start(1), hit.end)
        return ClusterNoun(span, INDUSTRIAL, BACK_REFERENCE)
    return None


def _of_industry(before: str, hit: Hit) -> ClusterNoun | None:
    start = _industry_start(before)
    if start is None:
        return None
    if _NAME_ONLY.fullmatch(before, start):  # "the Shandong cluster" may be either
        return ClusterNoun(Span(hit.start, hit.end), "", BACK_REFERENCE)
    return ClusterNoun(Span(hit.sentence.start + start, hit.end), INDUSTRIAL, BY_INDUSTRY)


def _industry_start(before: str) -> int | None:
    """Return where the industry's words begin in the text before "cluster", None without any."""
    match = _MODIFIERS.search(before)
    words = list(_WORD.finditer(before, match.start(1))) if match else []
    start: int | None = None
    for word in reversed(words):
        if word[0].lower() in _NO_INDUSTRY or (before[word.end() : word.end() + 1] == ","):
            break
        if word[0].lower() in _NO_CLUSTER:
            return None
        if word[0].endswith("ly") or (word[0][0].isupper() and start is not None):
            break
        start = word.start()
    return start


def _han_noun(text: str, hit: Hit) -> ClusterNoun | None:
    surface = simplify(text[hit.start : hit.end])
    if surface in {"城市群", "都市圈"}:
        return ClusterNoun(Span(hit.start, hit.end), CITY, "generic-city")
    before = simplify(text[max(hit.sentence.start, hit.start - 14) : hit.start])
    stop = _HAN_STOP.match(before)
    start = hit.start - len(before) + (stop.end() if stop else 0)
    modifiers = simplify(text[start : hit.start])
    if "城市" in modifiers or "港口" in modifiers:
        return None
    if surface != "集群" or _HAN_INDUSTRY.search(modifiers):
        return ClusterNoun(Span(start, hit.end), INDUSTRIAL, BY_INDUSTRY)
    return ClusterNoun(Span(hit.start, hit.end), "", BACK_REFERENCE)
