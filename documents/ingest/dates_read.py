"""Gives the dates of a page their roles, by the words and the place they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents.ingest.date_order import guess_order
from documents.ingest.date_ranges import find_range
from documents.ingest.date_zone import in_own_time
from documents.ingest.dates_head import head_dates
from documents.ingest.dates_labelled import ISSUE, ISSUED, SAVED, labelled_dates
from documents.ingest.dates_words import READ, by_words, fact_of
from documents.ingest.draft import DatedFact, Found
from documents.ingest.labels import Pair, before_labels
from documents.ingest.lines import Line, PageText, edges_of
from documents.ingest.numbers import is_number_line
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import han_count, is_prose, word_count
from documents.ingest.title_parts import date_behind
from documents.text.dates import Order, find_dates, find_yearless

_FROM_TO = "days from and to"
_CLOSING = "note under the text"
_EARLIER = "day of an earlier version"
_CORRECTION = re.compile(
    r"^\W*(?:(?:corrections?|clarification|editor.s note|berichtigung|rectificatif)\b|更正|勘误)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^[(（\[][^()（）]{8,90}[)）\]]$")
_CLOCK = re.compile(r"\d:\d\d")
_WEEKDAY = re.compile(r"\W{0,3}(?:星期|周|礼拜)[一二三四五六日天](?!\w{3})")
_DATELINE = compile_phrases("dates", "dateline", 0)
# The roles of dates by the wording round them, wherever they stand in a text.
_AROUND = tuple(
    (compile_phrases("dates", name), role)
    for name, role in (("effective", "effective"), ("expires", "expires"), ("deadline", "other"))
)
_GLUED = 12  # characters of a name before the date of a dateline: "ADB27 September 2012: …"
_STATED = 0.95
# The confidence in a role that the page does not state beside its date.
_CONFIDENCE = {
    "dateline": 0.85,
    _CLOSING: 0.85,
    "date alone at the foot": 0.8,
    "date in the page's head": 0.7,
    "day of the event in the first lines": 0.7,
    "day without a year in the first lines": 0.6,
    _EARLIER: 0.6,
    "date after the text": 0.5,
}
_DATED_TITLE = re.compile(
    r"^\W*(?:date|日期)?\W*(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?"
    r"\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DatesRead:
    facts: tuple[DatedFact, ...]
    published_on: Found[str | None]
    published_precision: str
    sorted_on: Found[str | None]
    sorted_role: str


def read_dates(
    page: PageText,
    head: Sequence[Line],
    body: Sequence[Line],
    pairs: Sequence[Pair],
    tail: Sequence[Line],
    title_line: Line | None = None,
) -> DatesRead:
    """Read the dated facts of a page; `head`, `body` and `tail` are its zones in order."""
    order = guess_order(page)
    labelled = labelled_dates(pairs, order)
    read = {fact.at for fact in labelled}
    facts = [
        *_behind_title(title_line, order),
        *labelled,
        *_in_head([line for line in head if line.at not in read], order),
        *_in_body(body, order),
        *_signed(body, order),
    ]
    closing = [line for line in [*body[-1:], *tail] if _is_closing(line.text)]
    if not any(fact.role in ("posted", "updated") for fact in facts):
        facts += [fact for line in closing for fact in _from_line(line, "posted", _CLOSING, order)]
    if not any(fact.role in ("posted", "updated", "issued", "report") for fact in facts):
        facts += _at_foot(tail, order)
    facts += [
        fact for line in tail for fact in _from_line(line, "other", "date after the text", order)
    ]
    visible = _without_repeats(facts)
    facts = _weighed(_without_repeats([*visible, *head_dates(page, visible)]))
    facts = in_own_time(facts, page, body)
    published = _published(facts)
    facts += _weighed([*_yearless(body, published), *_corrected([*body, *tail], published)])
    facts.sort(key=lambda fact: fact is not published)  # the one that counts leads
    shown = _sorted(facts)
    return DatesRead(
        tuple(facts),
        _as_found(published),
        _precision(published),
        _as_found(shown),
        shown.role if shown else "",
    )


def _is_closing(text: str) -> bool:
    """Say whether a line is a note in brackets of who brought a text and when."""
    return bool(_NOTE.match(text)) and bool(find_dates(text)) and word_count(text) <= 14


def is_date_line(text: str) -> bool:
    """Say whether a line is a date with little beside it: a site's name, a place or a person."""
    if len(text) > 260 or word_count(text) > 26:
        return False
    dates = [found for found in find_dates(text) if found.precision != "month"]
    if not dates:
        return _is_issue_line(text)
    rest = text[: dates[0].start] + " " + text[dates[-1].end :]
    if len(dates) == 1 and _WEEKDAY.match(text, dates[0].end):
        return True  # a newspaper's head, whatever its controls
    if is_dated_title(text) or (date_behind(text) and word_count(rest) >= 4):
        return False
    return word_count(rest) <= 9 and not rest.rstrip().endswith(("。", "；"))


def is_month_line(text: str) -> bool:
    """Say whether a line is nothing but a month, as on the cover of a paper."""
    dates = find_dates(text) if len(text) < 40 else []
    return len(dates) == 1 and len(text) - len(dates[0].raw) <= 3


def is_dated_title(text: str) -> bool:
    """Say whether a line is a date and then a title, as in "date 2023-06-14 Ports share tugs"."""
    match = _DATED_TITLE.match(text)
    if match is None or re.search(r"[|｜:：]", match["rest"]):
        return False
    if han_count(match["rest"]):
        return han_count(match["rest"]) >= 10
    return word_count(match["rest"]) >= 5 and bool(re.search(r"\s[a-z]{3,}", match["rest"]))


def _is_dated(text: str) -> bool:
    """Say whether a line has a date and little else: a month too, or behind a label's counter."""
    return is_month_line(text) or (is_date_line(text) and len(find_dates(text)) == 1)


def _is_issue_line(text: str) -> bool:
    """Say whether a line is a periodical's head: "Issue 7 | The Delta Letter | November 2022"."""
    return bool(find_dates(text)) and "|" in text and word_count(text) <= 12


def _behind_title(line: Line | None, order: Order) -> list[DatedFact]:
    """Read the date in brackets behind the title: "Some thoughts (3 December 2019)"."""
    if line is None or not (behind := date_behind(line.text)):
        return []
    return [fact_of(find_dates(behind, order)[0], "posted", line, "date behind the title")]


def _in_head(head: Sequence[Line], order: Order) -> list[DatedFact]:
    facts = []
    for line in head:
        if is_number_line(line.text) and "|" not in line.text:
            facts += _from_line(line, "report", "date beside a number", order)
        elif ISSUED.match(line.text):
            facts += [fact_of(one, "issued", line, ISSUE) for one in find_dates(line.text, order)]
        elif days := find_range(line.text, order):
            facts.append(fact_of(days, "event", line, _FROM_TO))
        elif line.text.strip().startswith(("(", "（")) and line.text.strip().endswith((")", "）")):
            facts += _from_line(line, "issued", "date in brackets under the title", order)
        elif is_date_line(before_labels(line.text)) or _is_dated(line.text):
            facts += by_words(line, order)
    return facts


def _in_body(body: Sequence[Line], order: Order) -> list[DatedFact]:
    """Read the dateline, the day of the event and the days that a rule begins and ends."""
    facts = []
    for line in body:
        for form, role in _AROUND:
            for match in form.finditer(line.text[:READ]):
                written = match["date"] or match["en"]
                facts += [
                    fact_of(found, role, line, "words around the date")
                    for found in find_dates(written, order)
                ]
    told = {(fact.at, fact.iso) for fact in facts}
    for line in body[:2]:
        facts += [fact for fact in _opening(line, order) if (fact.at, fact.iso) not in told]
    return facts


def _opening(line: Line, order: Order) -> list[DatedFact]:
    dates = [
        found
        for found in find_dates(line.text[:READ], order)
        if found.start < 90 and found.precision != "month"
    ]
    if not dates:
        return []
    match = _DATELINE.match(line.text)
    if dates[0].start <= _GLUED and re.match(r"\s?[:：]\s", line.text[dates[0].end :]):
        return [fact_of(dates[0], "posted", line, "dateline")]
    if match and match.start("date") <= dates[0].end <= match.end("date") + 1:
        return [fact_of(dates[0], "posted", line, "dateline")]
    return [fact_of(dates[0], "event", line, "day of the event in the first lines")]


def _signed(body: Sequence[Line], order: Order) -> list[DatedFact]:
    """Read the date under the signature of an official text: a line of its own in the body."""
    return [
        fact
        for line in edges_of(tuple(body[1:]))
        if is_date_line(line.text) and word_count(line.text) <= 14 and not is_prose(line.text)
        for fact in _moment_or_signature(line, order)
    ]


def _moment_or_signature(line: Line, order: Order) -> list[DatedFact]:
    """Read a line with a clock as when a page was posted: nobody signs by the minute."""
    if _CLOCK.search(line.text):
        return _from_line(line, "posted", "moment inside the text", order)
    return _from_line(line, "issued", "date under a signature", order)


def _from_line(line: Line, role: str, rule: str, order: Order) -> list[DatedFact]:
    dates = find_dates(line.text[:READ], order)
    return [fact_of(found, role, line, rule) for found in dates if found.precision != "month"]


def _at_foot(tail: Sequence[Line], order: Order) -> list[DatedFact]:
    """Read the one line after the text that is nothing but a date, as under a press office's."""
    alone = [line for line in tail if is_date_line(line.text) and word_count(line.text) <= 8]
    return (
        _from_line(alone[0], "posted", "date alone at the foot", order) if len(alone) == 1 else []
    )


def _corrected(lines: Sequence[Line], published: DatedFact | None) -> list[DatedFact]:
    """Read the days of earlier versions that a note of correction names without their year."""
    if published is None:
        return []
    return [
        fact_of(found, "other", line, _EARLIER)
        for line in lines
        if _CORRECTION.match(line.text)
        for found in find_yearless(line.text[:READ], int(published.iso[:4]))
        if found.iso <= published.iso[:10]
    ]


def _yearless(body: Sequence[Line], published: DatedFact | None) -> list[DatedFact]:
    """Set the day that opens a report ("HANGZHOU, June 13", "9月28日") in the year of posting."""
    if published is None or not body:
        return []
    line = body[0]
    days = [
        found
        for found in find_yearless(line.text[:200], int(published.iso[:4]))
        if found.iso <= published.iso[:10]
    ]
    return (
        [fact_of(days[0], "event", line, "day without a year in the first lines")] if days else []
    )


def _without_repeats(facts: Iterable[DatedFact]) -> list[DatedFact]:
    kept: list[DatedFact] = []
    for fact in facts:
        if not any(
            had.iso[:10] == fact.iso[:10] and (fact.role in (had.role, "other")) for had in kept
        ):
            kept.append(fact)
    return kept


def _published(facts: Sequence[DatedFact]) -> DatedFact | None:
    """Give the posted date, else a sole updated date, else the report's or a paper's issue date.

    It is never that of an event, nor the day on which an official text was signed.
    """
    posted = [fact for fact in facts if fact.role == "posted"]
    if posted:
        return _strongest(posted)
    updated = [fact for fact in facts if fact.role == "updated"]
    if len({fact.iso[:10] for fact in updated}) == 1:
        return updated[0]
    reported = next((fact for fact in facts if fact.role == "report"), None)
    return reported or next((fact for fact in facts if fact.rule == ISSUE), None)


_STRENGTH = ("label", "date under the title", "dateline", SAVED, "date in the page's head")


def _strongest(posted: Sequence[DatedFact]) -> DatedFact:
    return min(
        posted,
        key=lambda fact: next(
            n for n, rule in enumerate((*_STRENGTH, "")) if fact.rule.startswith(rule)
        ),
    )


def _sorted(facts: Sequence[DatedFact]) -> DatedFact | None:
    by_role = {fact.role: fact for fact in reversed(facts)}
    return next(
        (
            by_role[role]
            for role in ("report", "posted", "updated", "event", "issued")
            if role in by_role
        ),
        None,
    )


def _weighed(facts: Iterable[DatedFact]) -> list[DatedFact]:
    """Set how sure the role of each date is, by the rule that gave it."""
    return [replace(fact, confidence=_CONFIDENCE.get(fact.rule, _STATED)) for fact in facts]


def _as_found(fact: DatedFact | None) -> Found[str | None]:
    if fact is None:
        return Found(None, "the page states no date")
    return Found(fact.iso[:10], fact.rule, fact.line, fact.confidence, fact.at)


def _precision(fact: DatedFact | None) -> str:
    if fact is None:
        return ""
    return {4: "year", 7: "month"}.get(len(fact.iso), "day")
