"""Finds the dates that policy sites print, in Chinese and in the languages round their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

type Precision = Literal["month", "day", "minute", "second"]
type Order = Literal["day first", "month first"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `iso` is cut to `precision`, `start` and `end` are offsets of `raw`."""

    iso: str
    precision: Precision
    raw: str
    start: int
    end: int

    @property
    def day(self) -> str:
        """Give the ISO day or month, without a clock time."""
        return self.iso[:10]


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv januari gennaio enero janeiro",
            "february feb februar février fevrier févr fév februari febbraio febrero fevereiro",
            "march mar märz maerz mars maart marzo março",
            "april apr avril avr aprile abril",
            "may mai mei maggio mayo maio",
            "june jun juni juin giugno junio junho",
            "july jul juli juillet juil luglio julio julho",
            "august aug août aout augustus agosto",
            "september sept sep septembre settembre septiembre setembro",
            "october oct oktober okt octobre ottobre octubre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre decembre déc dicembre diciembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_CLOCK = re.compile(
    r"(?:\s*,?\s*(?:T|at\b|um\b|à\b)?\s*)(?P<h>[01]?\d|2[0-3])[:：](?P<mi>[0-5]\d)"
    r"(?:[:：](?P<s>[0-5]\d))?(?:\.\d+)?(?P<tz>Z|[+-]\d\d:?\d\d)?(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
_CLOCK_BEFORE = re.compile(
    r"(?<!\d)([01]?\d|2[0-3])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?:\s?[AaPp]\.?[Mm]\.?)?,?\s*$"
)
_HAN_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    "○零OＯ", "0"
)
_HAN = "[〇○零OＯ一二三四五六七八九]"
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

# What may stand behind a date: no digit, unless a clock is glued to it ("May 14, 20249:12 AM").
_END = r"(?!\d(?!\d?[:：]\d\d))"
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![\d/-]){_YEAR}\s?(?P<sep>[-/.—–])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?(?P<d>\d{{1,2}}){_END}(?!/)",
        rf"(?<![\d/-]){_YEAR}\s(?P<m>\d{{2}})/(?P<d>\d{{2}})(?=\s+\d\d:\d\d)",
        rf"(?<!\d){_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月(?:\s*(?P<d>\d{{1,2}})\s*(?:[日号]|(?=[)）]|$)))?",
        rf"(?P<hy>[一二]{_HAN}{{3}})\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日",
        rf"(?P<hy>[一二]{_HAN}{{3}})\s*年\s*(?P<hm>[一二三四五六七八九十]{{1,2}})\s*月"
        r"(?:\s*(?P<hd>[一二三四五六七八九十]{1,3})\s*日)?",
        rf"(?<!\d){_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"(?<![^\W\d_]){_MONTH}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*{_YEAR}{_END}",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s+(?:of\s+|de\s+)?{_MONTH},?\s*(?:de\s+)?{_YEAR}{_END}",
        rf"(?<![\d/-]){_YEAR}\s+{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})-{_MONTH}-{_YEAR}(?!\d)",
        rf"(?<![\d.])(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?![\d.]\d)",
        rf"(?<![\d/-])(?P<a>\d{{1,2}})(?P<sep>-|\s?/\s?)(?P<b>\d{{1,2}})(?P=sep){_YEAR}(?![\d/-])",
        rf"(?<![^\W\d_]){_MONTH},?\s+{_YEAR}(?!\d)",
    )
)
_YEARLESS = (
    re.compile(
        rf"(?<![^\W\d_]){_MONTH}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\s*,?\s*\d{{4}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+{_MONTH}(?!\s*,?\s*\d{{4}})",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![年\d])(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]"),
)
# "19.11.24", "05/16/23": a year of two digits, where nothing else stands.
_SHORT = re.compile(r"\W{0,3}(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{2})(?P=sep)(?P<y>[0-4]\d)\W{0,3}")
# "Nairobi, 11 Sep 08": the same with the month in letters, at the end of a short line.
_SHORT_NAMED = re.compile(
    rf"(?:^|[\s,(|])(?P<date>(?P<d>\d{{1,2}})[\s-]{_MONTH}[\s-]['’]?(?P<y>[0-4]\d))\W*$",
    re.IGNORECASE,
)
_SHORT_LINE = 48  # characters
# Digits that a scanner took for letters, inside what is a date otherwise: 2O21-O3-O8.
_MISREAD = re.compile(
    r"(?<![\w])(?=[OlI\d]*\d)[12l][09O][\dOlI]{2}([-/.])[\dOlI]{1,2}\1[\dOlI]{1,2}(?!\w)"
)
_DIGIT_OF = str.maketrans("OlI", "011")
_YEAR_WRITTEN = re.compile(rf"[12l１２][09O９０][\dOlI]{{2}}|[一二]{_HAN}{{3}}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def find_dates(text: str, order: Order = "month first") -> list[FoundDate]:
    """Give the dates of `text` from left to right; years alone, ranges and numbers are none.

    `order` decides slashed forms such as 06/07/2024 where both readings are possible. Clock
    times carry the page's own zone, else +08:00, the time of the sites this is written for.
    """
    if not _YEAR_WRITTEN.search(text):
        return _short(text, order)
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), text.translate(_WIDE_DIGITS))
    plain = _MISREAD.sub(lambda match: match[0].translate(_DIGIT_OF), plain)
    found: list[FoundDate] = []
    taken = bytearray(len(plain))
    for form in _FORMS:
        for match in form.finditer(plain):
            if not any(taken[match.start() : match.end()]):
                found.extend(_dated(match, text, plain, order))
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda one: one.start)


def _short(text: str, order: Order) -> list[FoundDate]:
    """Give the date that is all of a text, its year with two digits."""
    match = _SHORT.fullmatch(text)
    if match is None:
        return _short_named(text)
    first, second, year = int(match["a"]), int(match["b"]), 2000 + int(match["y"])
    iso = _iso(year, *_month_and_day(first, second, match["sep"], order))
    start, end = match.start("a"), match.end("y")
    return [FoundDate(iso, "day", text[start:end], start, end)] if iso else []


def _short_named(text: str) -> list[FoundDate]:
    match = _SHORT_NAMED.search(text) if len(text) <= _SHORT_LINE else None
    if match is None:
        return []
    iso = _iso(2000 + int(match["y"]), _MONTHS[match["name"].lower()], int(match["d"]))
    start, end = match.span("date")
    return [FoundDate(iso, "day", match["date"], start, end)] if iso else []


def find_yearless(text: str, year: int) -> list[FoundDate]:
    """Give the days of `text` that stand without a year ("June 13", "9月28日"), set in `year`."""
    plain = text.translate(_WIDE_DIGITS)
    found = []
    for form in _YEARLESS:
        for match in form.finditer(plain):
            parts = match.groupdict()
            month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["m"])
            if iso := _iso(year, month, int(parts["d"])):
                raw = text[match.start() : match.end()]
                found.append(FoundDate(iso, "day", raw, match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def _dated(match: re.Match[str], text: str, plain: str, order: Order) -> Iterator[FoundDate]:
    iso = _iso(*_numbers(match, order))
    if iso is None:
        return
    start, end = match.span()
    clock = _CLOCK.match(plain, end) if len(iso) == 10 else None
    if clock:
        end = clock.end()
    elif before := (_CLOCK_BEFORE.search(plain, 0, start) if len(iso) == 10 else None):
        start, clock = before.start(), _CLOCK.match(before[0])
    precision: Precision = "day" if len(iso) == 10 else "month"
    if clock:
        precision = "second" if clock["s"] else "minute"
        hour = _hour(int(clock["h"]), (clock["half"] or "").lower())
        iso += f"T{hour:02d}:{clock['mi']}:{clock['s'] or '00'}{_zone(clock['tz'])}"
    yield FoundDate(iso, precision, text[start:end].strip(), start, end)


def _hour(written: int, half: str) -> int:
    """Give the hour of a day from that of a clock with halves: 12 AM is 0, 8 PM is 20."""
    if not half or written > 12:
        return written
    return written % 12 + (12 if half == "p" else 0)


def _zone(written: str | None) -> str:
    if not written:
        return "+08:00"
    return "+00:00" if written == "Z" else written[:3] + ":" + written[-2:]


def _numbers(match: re.Match[str], order: Order) -> tuple[int, int, int | None]:
    parts = match.groupdict()
    if parts.get("hy"):
        year = int("".join(_HAN_DIGITS[c] for c in parts["hy"]))
        if parts.get("m"):
            return year, int(parts["m"]), int(parts["d"])
        return year, _from_han(parts["hm"]), _from_han(parts["hd"]) if parts["hd"] else None
    year = int(parts["y"])
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        return year, *_month_and_day(first, second, parts["sep"], order)
    month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["m"])
    return year, month, int(parts["d"]) if parts.get("d") else None


def _month_and_day(first: int, second: int, sep: str, order: Order) -> tuple[int, int]:
    """Tell the month from the day in "5/6"; between points or dashes the day comes first."""
    american = order == "month first" and sep not in ".-"
    return (first, second) if second > 12 or (first <= 12 and american) else (second, first)


def _from_han(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return int(_HAN_DIGITS.get(written, "0"))
    return int(_HAN_DIGITS.get(tens, "1")) * 10 + int(_HAN_DIGITS.get(ones, "0"))


def _iso(year: int, month: int, day: int | None) -> str | None:
    try:
        whole = date(year, month, day or 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7]


def reads_two_ways(found: FoundDate) -> bool:
    """Say whether a slashed date is another day with its month first, as in 06/07/2024."""
    match = re.match(r"(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?\d{4}", found.raw)
    if match is None:
        return False
    return int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2]
