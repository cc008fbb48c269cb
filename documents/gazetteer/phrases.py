"""Reads the words that tell a theme without its name: phrases, paraphrases and terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from documents.gazetteer.placement import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = ("phrases.yaml", "paraphrases.yaml", "terms.yaml")
PAIR = "pair"
PAIR_MARK = " .. "
# Tuples, since a mark of the rules is made of them: sets come in another order in each process.
_NONE: tuple[str, ...] = ()
_HIDDEN = ("hidden",)
_NAMES = ("hidden", "alternative", "preferred")
_CHOICE = re.compile(r"\(([^()]*)\)")
_INFLECTED = re.compile(r"([A-Za-zÄÖÜäöüß-]+)~")
_HISSING = re.compile(r"(?:[sxz]|ch|sh)$")
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a theme; a decoy has no theme. rule: phrase sign cue pair decoy.

    `part` is the number of a pair and the side of it that the phrase stands on, 0 or 1. Names of
    the theme that have one of the roles `displaces` and are written so give way to the phrase.
    """

    slug: str
    text: str
    rule: str
    weight: float
    part: tuple[int, int] | None = None
    displaces: tuple[str, ...] = ()


@cache
def read_phrases() -> tuple[Phrase, ...]:
    """Return all phrases, written out; raises OSError or yaml.YAMLError where a file is bad."""
    phrases: list[Phrase] = []
    pairs = count(1)
    for name in FILES:
        loaded = _loaded(Path(settings.FIXTURE_DIRS[0]) / name)
        phrases += [Phrase("", text, "decoy", 0.0) for text in _each(loaded.get("decoys", []))]
        for theme in loaded["themes"]:
            phrases += _of_theme(theme, pairs)
    return tuple(dict.fromkeys(phrases))


def _loaded(path: Path) -> Any:
    import yaml

    try:
        from yaml import CSafeLoader as Loader  # some eight times as fast
    except ImportError:
        from yaml import SafeLoader as Loader  # type: ignore[assignment]
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # both are safe


def _of_theme(theme: dict[str, Any], pairs: Iterator[int]) -> Iterator[Phrase]:
    slug = theme["slug"]
    for rule, weight in WEIGHTS.items():
        if rule != PAIR:
            displaces = _HIDDEN if rule == "cue" else _NONE
            for text in _each(theme.get(f"{rule}s", [])):
                yield Phrase(slug, text, rule, weight, displaces=displaces)
    for text in _each(theme.get("doubtful", [])):
        yield Phrase(slug, text, "sign", WEIGHTS["sign"], displaces=_NAMES)
    for pattern in theme.get("pairs", []):
        number = next(pairs)
        for side, words in enumerate(pattern.split(PAIR_MARK)):
            for text in written_out(words):
                yield Phrase(slug, text, PAIR, WEIGHTS[PAIR], (number, side))


def _each(patterns: list[str]) -> Iterator[str]:
    for pattern in patterns:
        yield from written_out(str(pattern))


def written_out(pattern: str) -> Iterator[str]:
    """Give every string that a pattern stands for.

    "farm(er|)s" is farmers and farms; "cut~" is cut, cuts, cutting and the like, some of them no
    word at all: those are never met.
    """
    choice = _CHOICE.search(pattern)
    if choice is not None:
        for option in choice[1].split("|"):
            yield from written_out(pattern[: choice.start()] + option + pattern[choice.end() :])
        return
    inflected = _INFLECTED.search(pattern)
    if inflected is None:
        yield " ".join(pattern.split())
        return
    for form in _forms(inflected[1]):
        yield from written_out(pattern[: inflected.start()] + form + pattern[inflected.end() :])


def _forms(word: str) -> list[str]:
    if word.endswith("e"):
        return [word, f"{word}s", f"{word}d", f"{word[:-1]}ing"]
    if word.endswith("y") and word[-2] not in "aeou":
        return [word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"]
    forms = [word, f"{word}s", f"{word}ed", f"{word}ing"]
    if _HISSING.search(word):
        forms.append(f"{word}es")
    if _DOUBLED.search(word):
        forms += [f"{word}{word[-1]}ing", f"{word}{word[-1]}ed"]
    return forms
