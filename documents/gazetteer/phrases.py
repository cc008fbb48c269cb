"""Reads the phrases that tell a theme without its name, from fixtures/phrases.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from documents.gazetteer.placement import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHOICE = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a theme; a decoy has no theme. rule: phrase sign cue decoy."""

    slug: str
    text: str
    rule: str
    weight: float


@cache
def read_phrases() -> tuple[Phrase, ...]:
    """Return all phrases, written out; raises OSError or yaml.YAMLError where the file is bad."""
    import yaml

    try:
        from yaml import CSafeLoader as Loader  # some eight times as fast
    except ImportError:
        from yaml import SafeLoader as Loader  # type: ignore[assignment]
    path = Path(settings.FIXTURE_DIRS[0]) / "phrases.yaml"
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # both are safe
    phrases = [Phrase("", text, "decoy", 0.0) for text in _each(loaded["decoys"])]
    for theme in loaded["themes"]:
        for rule, weight in WEIGHTS.items():
            strings = _each(theme.get(f"{rule}s", []))
            phrases += [Phrase(theme["slug"], one, rule, weight) for one in strings]
    return tuple(dict.fromkeys(phrases))


def _each(patterns: list[str]) -> Iterator[str]:
    for pattern in patterns:
        yield from written_out(str(pattern))


def written_out(pattern: str) -> Iterator[str]:
    """Give every string that a pattern stands for: "farm(er|)s" is farmers and farms."""
    choice = _CHOICE.search(pattern)
    if choice is None:
        yield " ".join(pattern.split())
        return
    for option in choice[1].split("|"):
        yield from written_out(pattern[: choice.start()] + option + pattern[choice.end() :])
