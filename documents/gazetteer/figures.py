"""Quantities that a text states: value, unit, what is counted, the sentence, a target's year."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.numbers import CODES, numbers
from documents.gazetteer.tongue import guess_tongue
from documents.gazetteer.units import lasts, unit_of
from documents.text.folding import simplify
from documents.text.sentences import sentence_at, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.numbers import Number
    from documents.gazetteer.units import Unit
    from documents.gazetteer.zone import Zone
    from documents.text.sentences import Span

READ = frozenset({"title", "abstract", "body", "caption", "restricted"})

# Numbers that count nothing: dates, times, numbers of documents, of pages and of list items.
_MONTHS = (
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July"
    "|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember"
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:No|Nos|Art|Article|Chapter|Section|Figure|Table|Fig|Vol|Issue|[Pp]hase|Grade|Type"
    r"|Room"
    r"|[Pp]age|Department)\.?\s*"
    rf"|\b(?:{_MONTHS})\.?\s*|[〔\[【]\s*|第|Tel:?\s*|(?!(?:{CODES})$)\b[A-Z]{{1,5}}-?"
    r"|[:：/]\s?(?=\d\d\b)|\d\+|DOI:?\s*|\b[Tt]op\s+|\b[Oo]ne in\s+)$"
)
_IN_ADDRESS = re.compile(r"http\S*$")
_NEAR = 40  # characters in front of a number that may say that it counts nothing
_NO_COUNT_BEHIND = re.compile(
    rf"\s*(?:(?:{_MONTHS})\b|年(?!度?(?:期|内|均)|以[上下])|月(?!均)|日(?!均|之?内)|号|时|点(?![多\d])|分(?!钟|之)"
    r"|(?:th|st|nd|rd)\b|[ap]\.?m\b|[〕\]】]|[:：/]\d|\+\d|/[a-z]|[-–—]\d{1,2}\b|G\b"
    r"|-?(?:year|month|day|week|hour)(?:-old)?\b(?=[ -](?!s))|(?:级|周年|月份|届|期|版|款|章))"
)
_LIST_NUMBER = re.compile(r"[.、)）]")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a number that looks like a year counts.
_COUNTED = re.compile(
    r"\s*(?:[%％万亿元家个户人吨座名条列台辆套所项位只张米亩余多]|公里|(?:percent|sets?|yuan|new|km)\b)"
)
_ANAPHORIC = re.compile(
    r"\b(?:the|these|those|both|other|all|its|their|last|next|any|every)\s+$", re.IGNORECASE
)
_DUE = re.compile(
    r"\b(?:by|until|before|bis)\s+(?:the\s+)?(?:(?:end|middle|start|turn)\s+of\s+|late\s+|early\s+"
    r"|mid-|Ende\s+|spätestens\s+)*(20\d\d)\b"
    r"|(?<![升降增长减低高达])(?:到|至)\s*(20\d\d)\s*年|(20\d\d)\s*年(?:底|末)?(?:以)?前",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:to|or|and|[-–—~～至到或])\s*(?:over|about|nearly|more than)?\s*")
_CORRECTED = re.compile(
    r"\b(?:earlier|previous|original|first|the) version\b.*\b(?:gave|said|stated|misstated|put)\b"
    r"|\bwas corrected\b|原(?:文|稿)误|更正前",
    re.IGNORECASE,
)
_CORRECTING = ("version", "corrected", "误", "更正前")


class FoundFigure(NamedTuple):
    """`value` in `unit` as written ("62.8", "billion yuan"); `as_written` is `text[start:end]`."""

    zone: str
    start: int
    end: int
    value: float
    unit: str
    what: str
    as_written: str
    quote: str
    due_year: int | None = None


def find_figures(zones: Sequence[Zone]) -> tuple[FoundFigure, ...]:
    """Return the figures in the order of the text, each number of a sentence once."""
    return tuple(figure for zone in zones if zone.name in READ for figure in _figures(zone))


def _figures(zone: Zone) -> Iterator[FoundFigure]:
    """Give the figures of a zone; traditional characters are read as the simplified ones."""
    text = simplify(zone.text)
    spans = sentences(text)
    by_sentence: dict[Span, list[Number]] = {}
    for number in numbers(text, guess_tongue(text)):
        span = sentence_at(spans, number.start)
        if span is not None and number.end <= span.end:
            by_sentence.setdefault(span, []).append(number.moved(-span.start))
    may_correct = _may_correct(text)
    for span, found in by_sentence.items():
        quote = span.of(text)
        if may_correct and _CORRECTED.search(quote):
            continue  # it states what was wrong
        for figure in _of_sentence(zone.name, span, quote, found):
            yield _with_characters_of(span.of(zone.text), figure)


def _with_characters_of(written: str, figure: FoundFigure) -> FoundFigure:
    """Return a figure read from a simplified sentence with the characters that its page has."""
    if written == figure.quote:
        return figure
    unit, what, as_written = (
        written[at : at + len(part)] if (at := figure.quote.find(part)) >= 0 else part
        for part in (figure.unit, figure.what, figure.as_written)
    )
    return figure._replace(unit=unit, what=what, as_written=as_written, quote=written)


def _may_correct(text: str) -> bool:
    """Whether a text has a word of corrections: to try each sentence would be slow."""
    lowered = text.lower()
    return any(word in lowered for word in _CORRECTING)


def _of_sentence(
    zone: str, span: Span, quote: str, found: Sequence[Number]
) -> Iterator[FoundFigure]:
    due = _due_year(quote)
    counting = [number for number in found if _counts(quote, number)]
    for number, behind in zip_longest(counting, counting[1:]):
        unit = unit_of(quote, number) or _of_range(quote, number, behind)
        if unit is not None:
            as_written = quote[unit.start : unit.end]
            where = zone, span.start + unit.start, span.start + unit.end
            yield FoundFigure(*where, number.value, unit.text, unit.what, as_written, quote, due)


def _is_term(quote: str, number: Number) -> bool:
    """Whether a number of years says how long something holds: 期限25年."""
    return quote.startswith("年", number.end) and lasts(quote, number.start)


def _of_range(quote: str, number: Number, behind: Number | None) -> Unit | None:
    """Return for the 3 of "3 to 5 million" the unit of the 5; None where no range stands."""
    if behind is None or not _RANGE.fullmatch(quote, number.end, behind.start):
        return None
    unit = unit_of(quote, behind)
    return unit._replace(start=number.start) if unit else None


def _due_year(quote: str) -> int | None:
    match = _DUE.search(quote) if "20" in quote else None
    return int(next(year for year in match.groups() if year)) if match else None


def _counts(quote: str, number: Number) -> bool:
    start, end = number.start, number.end
    near = max(0, start - _NEAR)
    if number.is_spelt and _ANAPHORIC.search(quote, near, start):
        return False
    if _LIST_NUMBER.match(quote, end) and not quote[:start].strip():
        return False
    if _NO_COUNT_BEFORE.search(quote, near, start):
        return False
    if _NO_COUNT_BEHIND.match(quote, end) and not _is_term(quote, number):
        return False
    if "http" in quote and _IN_ADDRESS.search(quote, 0, start):
        return False
    return not _YEAR.fullmatch(quote, start, end) or _COUNTED.match(quote, end) is not None
