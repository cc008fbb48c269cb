"""Infers who published a page that names no source: its issuer, its sender or who signs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.ingest.dates_read import is_date_line
from documents.ingest.draft import Author, Found, KnownSource
from documents.ingest.lines import Line
from documents.ingest.names import is_publisher
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import HAN, ends_sentence, han_count, word_count
from documents.ingest.site_words import is_generic
from documents.text.folding import fold

_RELEASE = compile_phrases("sources", "release")
_OFFICE_TITLE = re.compile(
    rf"^(?P<zh>[{HAN}]{{4,40}}?)(?:关于|印发|《)|"
    r"^(?:[A-Z]\w+\s){0,3}(?:Notice|Opinions?|Circular|Decision|Announcement|Reply|Measures)\s(?:of|by)\s"
    r"(?:the\s)?(?P<en>[A-Z][\w’' ,()-]{5,90}?)\s(?:on|for|concerning|regarding)\s"
)
_PERSON = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof)\b\.?\s|\W*(?:By|From|To)\s")
_PARTS = ("部", "处", "室", "组", "所", "司", "科", "分行", "分社")
_FIRST_SENTENCE = 120  # characters
_REPORT = 240  # characters in which a news report names who said so
# A report's words about the body that it names: it is the subject and no sender.
_REPORTED = re.compile(
    r"\b(?:announced|said|reported)\s(?:on\s)?(?:here|today|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|"
    r"\baccording to\b|\bsources (?:with|from|at)\b|"
    r"发言人|记者.{0,6}获悉|据.{2,16}(?:消息|介绍|报道)"
)
_BODY = re.compile(
    r"\b[A-Z][\w’'-]+\s(?:[A-Z][\w’'-]+\s|of\s|for\s)*(?:Foundation|Universit\w+|Institute|Association|"
    r"Committee|Commission|Council|Ministry|Bank|Government|Center|Centre|Academy|Society)\b|"
    rf"[{HAN}]{{2,}}(?:基金会|大学|研究院|协会|学会|委员会|政府|银行|公司)"
)


@dataclass(frozen=True, slots=True)
class Inferred:
    """The source concluded, with the slug of the known one, None where it is not known."""

    source: Found[str | None]
    slug: str | None = None


def infer_source(
    title: str,
    zones: tuple[Sequence[Line], Sequence[Line], Sequence[Line]],
    authors: Sequence[Author],
    known: Sequence[KnownSource],
    issuers: Found[tuple[str, ...]],
) -> Inferred | None:
    """Give the best conclusion about the source; None where the page gives no ground for one."""
    return next(_conclusions(title, zones, authors, known, issuers), None)


def _conclusions(
    title: str,
    zones: tuple[Sequence[Line], Sequence[Line], Sequence[Line]],
    authors: Sequence[Author],
    known: Sequence[KnownSource],
    issuers: Found[tuple[str, ...]],
) -> Iterator[Inferred]:
    head, body, _ = zones
    for line in head:
        yield from _named_in(line, line.text, known)
    if issuers.value:
        yield Inferred(Found(issuers.value[0], "the issuing body", issuers.line, 0.6, issuers.at))
    if signed := _signature(body):
        yield Inferred(signed)
    office = _OFFICE_TITLE.match(title) or _OFFICE_TITLE.match(fold(title))
    name = title[slice(*office.span(office.lastgroup or 0))] if office else ""
    if is_publisher(name):
        yield Inferred(Found(name, "body that the title names as issuer", title, 0.55))
    if sender := _sender(head, body):
        yield Inferred(sender)
    yield from _in_opening(body[:1], known)
    name = next((place for one in authors[:1] for place in one.affiliations), "")
    if name and not is_part(name) and not is_generic(name):
        yield Inferred(Found(name, "affiliation of the first author", "", 0.4))


def _in_opening(body: Sequence[Line], known: Sequence[KnownSource]) -> Iterator[Inferred]:
    """Give the known source that a first sentence names before any other body, and not as news."""
    for line in body:
        if _REPORTED.search(line.text[:_REPORT]):
            return
        for inferred in _named_in(line, line.text[:_FIRST_SENTENCE], known):
            source = next(one for one in known if one.slug == inferred.slug)
            at = [_find(name, line.text) for name in (source.name, *source.names)]
            start = min((place for place in at if place >= 0), default=0)
            if not _BODY.search(line.text[:start]):
                yield inferred


def is_part(name: str) -> bool:
    """Say whether a name is a department's alone, which does not say of which body."""
    return 0 < han_count(name) == len(name) <= 6 and name.endswith(_PARTS)


def _named_in(line: Line, text: str, known: Sequence[KnownSource]) -> Iterator[Inferred]:
    """Give the known source that a text names, none where it names several.

    A name within another's is no second one: the State Council in its research centre's name.
    """
    named: dict[str, KnownSource] = {}
    for source in known:
        spelt = [name for name in (source.name, *source.names) if _find(name, text) >= 0]
        if spelt:
            named[max(spelt, key=len)] = source
    outer = [
        name
        for name in named
        if not any(name != one and name.casefold() in one.casefold() for one in named)
    ]
    if len(outer) == 1:
        source = named[outer[0]]
        name = outer[0] if han_count(outer[0]) else source.name  # a Chinese page's own words
        found = Found(name, "a known source is named", line.text, 0.5, line.at)
        yield Inferred(found, source.slug)


def _signature(body: Sequence[Line]) -> Found[str | None] | None:
    """Take the body that signs an official text: a name alone above a date alone."""
    for line, after in pairwise(body):
        if (
            is_publisher(line.text)
            and not _PERSON.match(line.text)
            and word_count(line.text) <= 14
            and not ends_sentence(line.text)
            and is_date_line(after.text)
        ):
            return Found(line.text, "signature above the date", line.text, 0.6, line.at)
    return None


def _sender(head: Sequence[Line], body: Sequence[Line]) -> Found[str | None] | None:
    """Take the body that a press release names first: the subject of its first sentence."""
    if not any(_RELEASE.search(line.text) for line in head):
        return None
    for line in body[:1]:
        opening = re.sub(r"^.{0,80}?\s(?:--|[-–—])\s", "", line.text)
        match = re.match(
            r"(?:(?i:today|yesterday|heute),?\s)?(?:(?i:the|die|das|der|la|le)\s)?(?P<name>(?:[A-ZÀ-Þ][\w&-]*\s?(?:(?:of|"
            r"the|for|and|für|de|du)\s(?=[A-Z]|the))*)+)",
            opening,
        )
        if match and is_publisher(match["name"]) and word_count(match["name"]) > 1:
            return Found(
                match["name"].strip(), "body named first in a release", line.text, 0.45, line.at
            )
    return None


def _find(name: str, text: str) -> int:
    """Give where a name stands in a text as a word of its own, -1 where it does not."""
    if len(name) < 3:
        return -1
    if han_count(name):
        return text.find(name)
    flags = 0 if name.isupper() else re.IGNORECASE
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags)
    return match.start() if match else -1
