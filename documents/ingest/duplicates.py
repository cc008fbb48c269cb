"""Tells how two texts stand to each other: the same, a copy, a corrected version, a translation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from documents.ingest.fingerprints import checksum_of, similarity
from documents.text.folding import fold
from documents.text.percent import whole_percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

type Standing = Literal[
    "same-text", "nearly-same", "same-release", "corrected", "corrected-by", "translation"
]

LEAST: Final = 0.6  # below this share in common two texts are two texts
_NEARLY: Final = 0.95
_NEAR_DAYS: Final = 10
_TRANSLATION: Final = 3.0  # points
_FIGURE = re.compile(
    r"\d[\d,，]*(?:\.\d+)?\s*(?:%|％|万亿|亿|万|trillion|billion|million|percent)?"
)
_SCALES: Final = {
    "万": 1e4,
    "亿": 1e8,
    "万亿": 1e12,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared. `names` are the ids of the places, clusters and plans that it names."""

    title: str
    body: str
    language: str = "en"
    source: str = ""
    number: str = ""
    published_on: date | None = None
    names: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """How the first text stands to the second, how sure that is (0..1), and what says so.

    "corrected": the first is the newer version; "corrected-by": the second is. `signs` are the
    rules that agreed; `shared` are figures that stand in both.
    """

    standing: Standing
    confidence: float
    signs: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def percent(self) -> int:
        return whole_percent(self.confidence)


def compare(first: Text, second: Text) -> Match | None:
    """Return how two texts stand to each other, None where they have too little in common."""
    if not first.body or not second.body:
        return None
    if first.language != second.language:
        return _as_translation(first, second)
    if checksum_of(first.body) == checksum_of(second.body):
        standing: Standing = "same-release" if _two_sites(first, second) else "same-text"
        return Match(standing, 1.0, ("same text",))
    share = similarity(first.body, second.body, LEAST)
    if share < LEAST:
        return None
    return _as_version(first, second, share)


def _as_version(first: Text, second: Text, share: float) -> Match | None:
    """Judge two texts of one language that agree in a share of their words."""
    signs = tuple(name for name, holds in _SIGNS.items() if holds(first, second))
    related = "same number" in signs or "same title" in signs
    if _two_sites(first, second):
        if share >= _NEARLY or related or {"near dates", "same day"} & set(signs):
            return Match("same-release", share, signs)
        return None
    if related and _days_apart(first, second):
        newer = (first.published_on or date.min) > (second.published_on or date.min)
        return Match("corrected" if newer else "corrected-by", share, signs)
    if share >= _NEARLY:
        return Match("nearly-same", share, signs)
    return None


def _as_translation(first: Text, second: Text) -> Match | None:
    """Judge two texts of two languages: by number, day, source, names and figures in common."""
    points = {
        "same number": 3.0,
        "same day": 1.0,
        "near dates": 0.5,
        "same source": 0.5,
    }
    found = {
        name: points[name]
        for name, holds in _SIGNS.items()
        if name in points and holds(first, second)
    }
    shared = shared_figures(first.body, second.body)
    if shared:
        found["same figures"] = _share_of_figures(first, second, len(shared)) * 3
    names = first.names & second.names
    if names:
        found["same names"] = len(names) / min(len(first.names), len(second.names)) * 1.5
    if sum(found.values()) < _TRANSLATION or not (shared or "same number" in found):
        return None
    confidence = min(0.95, sum(found.values()) / 7)
    return Match("translation", confidence, tuple(found), tuple(shared))


def shared_figures(first: str, second: str) -> list[str]:
    """Return the figures that stand in both texts, as the first writes them.

    万 and 亿 count like million and billion; years and numbers below 10 prove nothing.
    """
    theirs = set(figures_in(second).values())
    return [written for written, value in figures_in(first).items() if value in theirs]


def figures_in(text: str) -> dict[str, float]:
    """Return the telling figures of a text: as written, and as a number."""
    return dict(_figures(fold(text)))


def _figures(text: str) -> Iterator[tuple[str, float]]:
    for match in _FIGURE.finditer(text):
        written = match[0].strip()
        digits = re.match(r"[\d,，.]+", written)
        if digits is None:
            continue
        unit = written[digits.end() :].strip()
        value = float(re.sub(r"[,，]", "", digits[0].rstrip(".,，")))
        is_year = not unit and 1900 <= value <= 2100 and value.is_integer()
        if not is_year and (value >= 10 or unit or not value.is_integer()):
            yield written, round(value * _SCALES.get(unit, 1.0), 4)


def _share_of_figures(first: Text, second: Text, shared: int) -> float:
    fewer = min(len(figures_in(first.body)), len(figures_in(second.body)))
    return shared / max(fewer, 3)


def _two_sites(first: Text, second: Text) -> bool:
    return bool(first.source and second.source and first.source != second.source)


def _days_apart(first: Text, second: Text) -> int | None:
    if first.published_on is None or second.published_on is None:
        return None
    return abs((first.published_on - second.published_on).days)


def _near(first: Text, second: Text) -> bool:
    days = _days_apart(first, second)
    return days is not None and 0 < days <= _NEAR_DAYS


def _plain(title: str) -> str:
    return re.sub(r"[\W_]+", "", fold(title))


_SIGNS: Final[dict[str, Callable[[Text, Text], bool]]] = {
    "same number": lambda one, other: (
        bool(one.number) and _plain(one.number) == _plain(other.number)
    ),
    "same title": lambda one, other: _plain(one.title) == _plain(other.title),
    "same day": lambda one, other: _days_apart(one, other) == 0,
    "near dates": _near,
    "same source": lambda one, other: bool(one.source) and one.source == other.source,
}
