"""What a figure measures and in which kind of unit, as a key that comparable figures share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from documents.text.analysis import is_han, stems
from documents.text.folding import fold

if TYPE_CHECKING:
    from documents.gazetteer.figures import FoundFigure

LONGEST = 80
MOST_WORDS = 4
LEAST_HAN, MOST_HAN = 4, 8

_SHARE = re.compile(r"%|per ?cent$|prozent$|quarters$|thirds$")
_POINTS = re.compile(r"percentage points?$|个百分点$")
# The last words of a unit, by the kind of quantity that they measure.
_DIMENSIONS = {
    "CNY": r"yuan|renminbi|rmb|cny|(?<![美欧])元",
    "USD": r"(?:us )?dollars?|usd|美元",
    "EUR": r"euros?|eur|欧元",
    "area": r"square (?:kilomet(?:er|re)s|met(?:er|re)s|miles)|hectares|acres|mu|ha|hektar"
    r"|quadratkilometer|平方(?:公里|米|千米)|公顷|亩次?",
    "length": r"kilomet(?:er|re)s?|met(?:er|re)s?|miles|km|公里|千米|米",
    "mass": r"tonn?es?|tons|tonnen|kilograms?|kg|吨(?:标准?煤)?|千克|公斤|斤",
    "power": r"gigawatts?|megawatts?|kilowatts?|gw|mw|kw|千瓦|兆瓦",
    "energy": r"kilowatt-hours?|[kgmt]wh|千瓦时",
    "time": r"minutes?|hours?|days?|weeks?|months?|years?|小时|分钟|天|年|个?多?月|周",
}
_UNITS = {name: re.compile(rf"(?:^|[^a-z])(?:{words})$") for name, words in _DIMENSIONS.items()}
_SCALE = re.compile(r"hundred|thousand|million|billion|trillion|\b[bm]n\b|[百千万亿个多余家位名座]")
_CLASSIFIER = re.compile(r"[个家名位座户项条处所]$")
_RELATIVE = re.compile(r"比上年|同比|当年|列出|[、“”]")
_BEHIND_A_NOUN = re.compile(r" (?:of|in|with) ")
_IDLE_WORDS = "the a an of in on to by and or its their those last up from more than about over at"
_SAMPLE = 8  # characters by which the words are found again in the sentence
_IDLE = frozenset(stems(f"{_IDLE_WORDS} for with against what"))


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that policy texts measure: its name and its words in either language."""

    slug: str
    name_en: str
    name_zh: str
    words: re.Pattern[str]
    dimension: str = ""
    is_counted: bool = False


def measure_of(figure: FoundFigure) -> str:
    """Return the key of a figure, such as "share:population"; empty where nothing compares.

    Figures of one key about the same topic may be set side by side: they measure the same thing in
    the same kind of unit, though perhaps of another year or counted by another rule.
    """
    unit, what = fold(figure.unit), fold(figure.what)
    dimension = dimension_of(unit)
    if dimension == "time":
        return ""  # "five years" of one text are not those of another
    counted = _noun(unit, what) if dimension == "number" else ""
    if counted:
        subject = _counted_subject(counted)
    else:
        subject = _measured_subject(figure, what, "share" if not unit else dimension)
    if subject is None:
        own = _own_words(counted, what)
        return f"{dimension}:{own}"[:LONGEST] if own else ""
    return f"{subject.dimension or dimension}:{subject.slug}"


def dimension_of(unit: str) -> str:
    """Return the kind of quantity that a folded unit measures: "share", "CNY" … or "number"."""
    if _POINTS.search(unit):
        return "points"
    if _SHARE.search(unit):
        return "share"
    return next((name for name, words in _UNITS.items() if words.search(unit)), "number")


def subject_of(measure: str) -> Subject | None:
    """Return what the vocabulary calls the thing that a key measures."""
    slug = measure.partition(":")[2]
    return next((subject for subject in read_measures() if subject.slug == slug), None)


def _noun(unit: str, what: str) -> str:
    """Return the noun that a number counts; Chinese has it apart from the unit."""
    if _CLASSIFIER.search(unit):
        return what
    noun = _SCALE.sub("", unit).strip()
    return f"{noun} {_BEHIND_A_NOUN.split(what)[0]}" if noun else ""


def _counted_subject(noun: str) -> Subject | None:
    """Return the first subject of the vocabulary that a counted noun names."""
    subjects = (one for one in read_measures() if not one.dimension)
    return next((one for one in subjects if one.words.search(noun)), None)


def _measured_subject(figure: FoundFigure, what: str, dimension: str) -> Subject | None:
    """Return the subject named nearest to a number that counts no noun.

    `what` stands before the number or behind it; before it the last name is the nearest.
    """
    named = [
        (found.span(), subject)
        for subject in read_measures()
        if not subject.is_counted and subject.dimension in {"", dimension}
        for found in subject.words.finditer(what)
    ]
    apart = [one for one in named if not any(_lies_in(one[0], other) for other, _ in named)]
    if not apart:
        return None
    quote = fold(figure.quote)
    is_before = 0 <= quote.find(what[:_SAMPLE]) < quote.find(fold(figure.as_written))
    places = [span for span, _ in apart]
    nearest = max(places) if is_before else min(places)
    return next(subject for span, subject in apart if span == nearest)


def _lies_in(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


def _own_words(counted: str, what: str) -> str:
    """Return the noun that a number counts, or the few words of what it measures, as a key."""
    noun = counted.split(maxsplit=1)[0] if counted else ""
    words = [word for word in stems(what if is_han(noun) else noun or what) if word not in _IDLE]
    if not words:
        return ""
    if is_han("".join(words)):
        is_own = LEAST_HAN <= len(words) <= MOST_HAN and not _RELATIVE.search(what)
        return "".join(words) if is_own else ""
    return "-".join(words) if (1 if noun else 2) <= len(words) <= MOST_WORDS else ""


@cache
def read_measures() -> tuple[Subject, ...]:
    """Return what texts measure, in the order of the file.

    Raises OSError or yaml.YAMLError where the file is bad.
    """
    import yaml

    path = Path(settings.FIXTURE_DIRS[0]) / "measures.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Subject(
            slug=row["slug"],
            name_en=row["en"][0],
            name_zh=row["zh"][0],
            words=_pattern(row["en"], row["zh"]),
            dimension=row.get("dimension", ""),
            is_counted=row.get("is_counted", False),
        )
        for row in rows
    )


def _pattern(english: list[str], chinese: list[str]) -> re.Pattern[str]:
    latin = "|".join(rf"{re.escape(fold(word))}(?:e?s)?" for word in english)
    han = "|".join(re.escape(fold(word)) for word in chinese)
    return re.compile(rf"(?<![a-z0-9])(?:{latin})(?![a-z0-9])|{han}")
