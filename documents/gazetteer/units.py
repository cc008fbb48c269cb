"""The unit of a number and what it counts, from the words round it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from documents.gazetteer.numbers import Number

_CURRENCY = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "RMB": "CNY",
    "￥": "CNY",
}
_CURRENCY_BEFORE = re.compile(r"(US\$|\$|€|£|¥|￥|RMB)\s?$")
_SCALE = (
    r"(?:hundred|thousand|million|billion|trillion|bn|mn|Mio\.?|Mrd\.?|Million(?:en)?|Milliarden?"
    r"|Tausend)"
)
_MEASURE = (
    r"(?:%|％|per ?cent(?:age points?)?|percentage points?|Prozent|yuan|renminbi|RMB|US dollars"
    r"|dollars|euros?|Euro|pounds|yen|CNY|USD|EUR|square (?:kilomet(?:er|re)s|met(?:er|re)s|miles)"
    r"|cubic met(?:er|re)s|kilomet(?:er|re)s|met(?:er|re)s|hectares|acres|mu|miles|km|ha|Kilometer"
    r"|Hektar|Quadratkilometer|Meter|tonnes|tons|kilograms?|kg|liters|litres|minutes|hours|days|weeks|months"
    r"|years|Minuten|Stunden|Tage|Wochen|Monate|Jahre|gigawatts?|megawatts?|kilowatts?|kilowatt-hours"
    r"|GW|MW|kW|kWh|GWh|MWh|TWh|Tonnen|times)"
)
_LATIN = re.compile(
    rf"[ \n\u00a0-]?(?:(?P<scale>{_SCALE})\b[ \n\u00a0-]?)?(?:(?P<measure>{_MEASURE})(?![A-Za-z]))?"
)
_LETTER = "[A-Za-zÄÖÜäöüß]"
_NOUN = re.compile(
    rf"[ \n]+((?:{_LETTER}[\w’'&-]*[ \n]+){{0,4}}?{_LETTER}[\w’'-]*"
    r"(?:s|people|women|men|children|staff|households|police))\b"
)
_IDLE_WORDS = "things ones thirds times ways sides questions reasons examples points parts steps"
_IDLE = frozenset(_IDLE_WORDS.split())
_STOP_WORDS = """
    of in on at for to from by with and or but the a an that which who is are was were be been
    has have had as than will would should may can could so if when while because since did does
    do its their this these those und der die das sind ist werden wird
"""
_STOP = re.compile(rf"\b(?:{'|'.join(_STOP_WORDS.split())})\b", re.IGNORECASE)
_HAN_UNIT = re.compile(
    r"\s?(?:多|余|来)?(?P<scale>万亿|千亿|百亿|亿|千万|百万|万|千|百)?(?:多|余)?"
    r"(?P<measure>[%％‰]|个百分点|个多?月|个多?小时|个半?小时|元|美元|欧元|亩次?|户次?|公里|千米|平方(?:公里|米|千米)|立方米|公顷|人次?"
    r"|吨(?:标准?煤)?|千瓦时?|兆瓦|千克|公斤|分钟|小时|标准?箱|班次|对车|台套|[名位家个项座条处所台套辆艘架件张对次笔批类种度倍岁"
    r"天周年床斤头株棵方成折米门])?"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_CLAUSE = re.compile(r"[，。；：、！？（）()\n]|[,;:]\s")
_HAN_CLAUSE = re.compile(r"[，。；：！？（）()\n]")
LONGEST = 100  # characters of what a figure counts
LEAST_SPELT = 3  # 一个 and 两家 say little
_PHRASE = r"(?:[^,.;:()\n]|(?<=\d)[,.](?=\d))+"


class Unit(NamedTuple):
    """A unit as written; start and end take in the number, its currency and its unit."""

    start: int
    end: int
    text: str
    what: str


def unit_of(quote: str, number: Number) -> Unit | None:
    """Return the unit of a number in a sentence; None where the number counts nothing."""
    currency = _CURRENCY_BEFORE.search(quote[: number.start])
    if currency:
        return _money(quote, number, currency)
    if _HAN.search(quote[number.end : number.end + 4]) or _HAN.search(
        quote[max(0, number.start - 1)]
    ):
        return _han_unit(quote, number)
    return _latin_unit(quote, number)


def _money(quote: str, number: Number, currency: re.Match[str]) -> Unit:
    match = _LATIN.match(quote, number.end)
    scale = match["scale"] if match else None
    end = match.end("scale") if match and scale else number.end
    text = f"{scale} {_CURRENCY[currency[1]]}" if scale else _CURRENCY[currency[1]]
    return Unit(currency.start(), end, text, _what(quote, currency.start(), end))


def _latin_unit(quote: str, number: Number) -> Unit | None:
    match = _LATIN.match(quote, number.end)
    scale, measure = (match["scale"], match["measure"]) if match else (None, None)
    if match and measure:
        text = " ".join(part for part in (scale, measure) if part)
        return Unit(number.start, match.end(), text, _what(quote, number.start, match.end()))
    at = match.end("scale") if match and scale else number.end
    noun = _noun(quote, at)
    if noun is None:
        return _bare(quote, number, at, scale)
    text = " ".join(part for part in (scale, noun[0].split()[-1]) if part)
    return Unit(number.start, noun.end(), text, _counted(quote, noun))


def _noun(quote: str, at: int) -> re.Match[str] | None:
    """Return the words up to a plural noun behind a number, None where another word cuts in."""
    match = _NOUN.match(quote, at)
    if match is None or _STOP.search(match[1]) or match[1].split()[-1].lower() in _IDLE:
        return None
    return match


def _bare(quote: str, number: Number, at: int, scale: str | None) -> Unit | None:
    """Return a number without a unit where it is a value: a decimal, a scale, "29 are in"."""
    verb = re.match(r"\s+(?:are|were|have|had|will)\b", quote[at:])
    only = re.search(r"\b(?:only|just|about|some|over|nearly|almost)\s$", quote[: number.start])
    if not (
        scale or number.value % 1 or (verb and not number.is_spelt) or (only and at < len(quote))
    ):
        return None
    return Unit(number.start, at, scale or "", _what(quote, number.start, at))


def _han_unit(quote: str, number: Number) -> Unit | None:
    match = _HAN_UNIT.match(quote, number.end)
    if match is None or not (match["scale"] or match["measure"] or number.value % 1):
        return None
    if number.is_spelt and (not match["measure"] or number.value < LEAST_SPELT):
        return None
    text = "".join(part for part in (match["scale"], match["measure"]) if part)
    return Unit(number.start, match.end(), text, _han_what(quote, number.start, match.end()))


def _what(quote: str, start: int, end: int) -> str:
    """Return what a measure measures: "of the population", else the words in front."""
    behind = re.match(rf"\s+(?:of|des|der)\s+({_PHRASE})", quote[end:])
    if behind:
        return _short(behind[1])
    clauses = [clause for clause in _CLAUSE.split(quote[:start]) if clause.strip()]
    return _short(clauses[-1] if clauses else _CLAUSE.split(quote[end:])[0])


def _counted(quote: str, noun: re.Match[str]) -> str:
    behind = re.match(rf"\s+(?:of|in|with)\s+{_PHRASE}", quote[noun.end() :])
    return _short(noun[1] + (behind[0] if behind else ""))


def _han_what(quote: str, start: int, end: int) -> str:
    before = _HAN_CLAUSE.split(quote[:start])[-1]
    behind = _HAN_CLAUSE.split(quote[end:])[0]
    return _short(before if len(before) > 1 else behind) or _short(behind)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
