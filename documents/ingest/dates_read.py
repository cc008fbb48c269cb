"""Gives the dates of a page their roles, by the words and the place they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents.ingest.date_order import guess_order
from documents.ingest.date_ranges import find_range
from documents.ingest.date_zone import in_own_time
from documents.ingest.dates_body import DATELINE, EVENT, body_dates, version_dates
from documents.ingest.dates_cited import CITED, cited_year
from documents.ingest.dates_head import head_dates
from documents.ingest.dates_labelled import ISSUE, ISSUED, SAVED, labelled_dates
from documents.ingest.dates_words import READ, by_words, fact_of
from documents.ingest.dates_yearless import EARLIER, TOLD, UNTIL, yearless_dates
from documents.ingest.draft import DatedFact, Found
from documents.ingest.labels import Pair, before_labels
from documents.ingest.lines import Line, PageText, edges_of
from documents.ingest.names import is_publisher
from documents.ingest.numbers import is_number_line
from documents.ingest.shape import ends_sentence, han_count, is_prose, word_count
from documents.ingest.title_parts import date_behind
from documents.text.dates import Order, find_dates

_FROM_TO = "days from and to"
ONLY = "the one line with a date"
_FEW = 8  # words of a line that is a date
_DATE = 60  # letters of one
_CLOSING = "note under the text"
_NOTE = re.compile(r"^[(（\[][^()（）]{8,90}[)）\]][\s|]*$")
_CLOCK = re.compile(r"\d:\d\d")
# "14:15–14:25", "9.00 to 10.30": from when to when people meet.
_HOURS = re.compile(
    r"\d[:：.]\d\d(?:\s?(?:Uhr|[ap]m))?\s?(?:-|–|—|~|至|到|to|bis)\s?\d{1,2}[:：.]\d\d(?!\d)"
)
_TELLS = re.compile(r"(?:On|In|Am|Im|Le|Since|By)\s")
_WEEKDAY = re.compile(r"\W{0,3}(?:星期|周|礼拜)[一二三四五六日天](?!\w{3})")
_DAY_OF_WEEK = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|星期[一二三四五六日天]",
    re.IGNORECASE,
)
_HEADING = 6  # words from which a line between paragraphs is a heading, and no name
_TOP = 4  # lines in which a site prints its own day
_BELOW = 3  # lines below the title in which a date alone is the page's
_STATED = 0.95
# The confidence in a role that the page does not state beside its date.
_CONFIDENCE = {
    DATELINE: 0.85,
    _CLOSING: 0.85,
    "date alone at the foot": 0.8,
    "date in the page's head": 0.7,
    EVENT: 0.7,
    TOLD: 0.6,
    UNTIL: 0.6,
    EARLIER: 0.6,
    "date after the text": 0.5,
    CITED: 0.5,
    ONLY: 0.5,
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
        *body_dates(body, order),
        *_signed(body, order, title_line),
    ]
    closing = [line for line in [*body[-1:], *tail] if _is_closing(line.text)]
    if not any(fact.role in ("posted", "updated") for fact in facts):
        facts += [fact for line in closing for fact in _from_line(line, "posted", _CLOSING, order)]
    if not any(fact.role in ("posted", "updated", "issued", "report") for fact in facts):
        facts += _sole_day(tail, "date alone at the foot", order)
    facts += [
        fact for line in tail for fact in _from_line(line, "other", "date after the text", order)
    ]
    visible = _without_repeats(facts)
    facts = _weighed(_without_repeats([*visible, *head_dates(page, visible)]))
    facts = in_own_time(facts, page, body)
    if not facts:
        facts = in_own_time(_weighed(_sole_day(edges_of(page.lines), ONLY, order)), page, body)
    title_at = title_line.at if title_line else 0
    if _published(facts, title_at) is None and title_line is not None:
        facts += _weighed(cited_year(edges_of(page.lines), title_line.text))
    published = _published(facts, title_at)
    facts = _without_repeats([*facts, *_weighed(yearless_dates(body, tail, published))])
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
    told = _TELLS.match(text) and ends_sentence(text)
    return word_count(rest) <= 9 and not (told or rest.rstrip().endswith(("。", "；")))


def is_bare_date(text: str) -> bool:
    """Say whether a line is a date and no more than a few signs: a month too, as on a cover."""
    dates = find_dates(text) if len(text) < _DATE else []
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
    return is_bare_date(text) or (is_date_line(text) and len(find_dates(text)) == 1)


def _is_apart(line: Line) -> bool:
    """Say whether wide gaps set a date apart in a line, as in the head of a gazette."""
    return any(map(is_bare_date, line.parts))


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
        elif told := _of_event_or_version(line, order):
            facts += told
        elif line.text.strip().startswith(("(", "（")) and line.text.strip().endswith((")", "）")):
            facts += _from_line(line, "issued", "date in brackets under the title", order)
        elif is_date_line(before_labels(line.text)) or _is_dated(line.text) or _is_apart(line):
            facts += by_words(line, order)
    return facts


def _of_event_or_version(line: Line, order: Order) -> list[DatedFact]:
    """Read the dates of a line whose words or hours tell of a version of the text or an event."""
    if version := version_dates(line, order):
        return version
    if _HOURS.search(line.text):
        return _from_line(line, "event", "date beside the hours of an event", order)
    days = find_range(line.text, order)
    return [fact_of(days, "event", line, _FROM_TO)] if days else []


def _signed(body: Sequence[Line], order: Order, title_line: Line | None) -> list[DatedFact]:
    """Read the date under the signature of an official text: a line of its own in the body.

    Right below the title a line tells when the page was posted, also where the text is taken to
    begin above it.
    """
    title_at = title_line.at if title_line else 0
    facts = []
    for before, line, after in zip(body, body[1:], [*body[2:], Line("")], strict=False):
        if is_date_line(line.text) and word_count(line.text) <= 14 and not is_prose(line.text):
            below = title_at and 0 < line.at - title_at <= _BELOW
            below = below or (_may_head(before.text) and is_prose(after.text))
            facts += by_words(line, order) if below else _moment_or_signature(line, order)
    return facts


def _may_head(text: str) -> bool:
    """Say whether a line can be a heading of a text that follows, and no body's name."""
    short = _HEADING <= word_count(text) <= 3 * _HEADING
    return short and not (han_count(text) or ends_sentence(text) or is_publisher(text))


def _moment_or_signature(line: Line, order: Order) -> list[DatedFact]:
    """Read a line with a clock as when a page was posted: nobody signs by the minute."""
    if _CLOCK.search(line.text):
        return _from_line(line, "posted", "moment inside the text", order)
    return _from_line(line, "issued", "date under a signature", order)


def _from_line(line: Line, role: str, rule: str, order: Order) -> list[DatedFact]:
    dates = find_dates(line.text[:READ], order)
    return [fact_of(found, role, line, rule) for found in dates if found.precision != "month"]


def _sole_day(lines: Sequence[Line], rule: str, order: Order) -> list[DatedFact]:
    """Read the one line that is nothing but a date, as the foot of a press office's page has it."""
    alone = [line for line in lines if word_count(line.text) <= _FEW and is_date_line(line.text)]
    return _from_line(alone[0], "posted", rule, order) if len(alone) == 1 else []


def _without_repeats(facts: Iterable[DatedFact]) -> list[DatedFact]:
    kept: list[DatedFact] = []
    for fact in facts:
        if not any(
            had.iso[:10] == fact.iso[:10] and (fact.role in (had.role, "other")) for had in kept
        ):
            kept.append(fact)
    return kept


def _published(facts: Sequence[DatedFact], title_at: int) -> DatedFact | None:
    """Give the posted date, else a sole updated date, else the report's or a paper's issue date.

    It is never that of an event, nor the day on which an official text was signed.
    """
    posted = [fact for fact in facts if fact.role == "posted"]
    if posted:
        return _strongest(posted, title_at)
    updated = [fact for fact in facts if fact.role == "updated"]
    if len({fact.iso[:10] for fact in updated}) == 1:
        return updated[0]
    reported = next((fact for fact in facts if fact.role == "report"), None)
    return reported or next((fact for fact in facts if fact.rule == ISSUE), None)


_STRENGTH = ("label", "date under the title", DATELINE, SAVED, "date in the page's head")


def _strongest(posted: Sequence[DatedFact], title_at: int) -> DatedFact:
    """Give the date by the strongest rule; a weekday above the title tells a site's own day."""

    def strength(fact: DatedFact) -> tuple[int, bool]:
        rank = next(n for n, rule in enumerate((*_STRENGTH, "")) if fact.rule.startswith(rule))
        above = fact.at < (title_at or _TOP)
        return rank, above and bool(_DAY_OF_WEEK.search(fact.line))

    return min(posted, key=strength)


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
