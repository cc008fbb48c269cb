"""Finds the signs of form by which kinds differ where no word of a page names its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from documents.ingest.evidence import Evidence
from documents.ingest.phrases import load_phrases, pattern_of
from documents.ingest.shape import ends_sentence, han_count, is_enumerated

KINDS = ("report", "news", "release", "policy", "brief")
_HEADING = 60  # characters of a heading, at most
_HEADINGS = 2  # that make a text one with parts
_FEW = 2  # long words of a title
_SHOWN = 300  # characters of a line given as a reason
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST = 0.8  # of a title's long words


def line_at(text: str, at: int) -> str:
    """Give the line of a text that holds the character at `at`."""
    return text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0][:_SHOWN]


@dataclass(frozen=True, slots=True)
class _Sign:
    rule: str
    weights: Mapping[str, float]
    has: Callable[[Evidence], str | None]


def weigh_signs(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    """Give kind, weight, name and line of every sign; a weight below 0 speaks against a kind."""
    for sign in _SIGNS:
        line = sign.has(evidence)
        if line is not None:
            for kind, weight in sign.weights.items():
                yield kind, weight, sign.rule, line


def _is_headed(evidence: Evidence) -> bool:
    parts = evidence.body.split("\n\n")
    short = (part for part in parts if 0 < len(part) < _HEADING and "\n" not in part)
    plain = (part for part in short if not ends_sentence(part) and not is_enumerated(part))
    return sum(1 for _ in plain) >= _HEADINGS


def _is_capitalised(evidence: Evidence) -> bool:
    """Say whether a title is written as in English books: Most of Its Long Words with Capitals."""
    words = _LONG_WORD.findall(evidence.title)
    large = sum(word[0].isupper() for word in words)
    return not han_count(evidence.title) and len(words) > _FEW and large >= _MOST * len(words)


_SEEN: Mapping[str, Callable[[Evidence], bool]] = MappingProxyType(
    {
        "pictured": lambda evidence: evidence.pictured,
        "headed": _is_headed,
        "capitalised": _is_capitalised,
        "authored": lambda evidence: evidence.authors > 0,
        "coauthored": lambda evidence: evidence.authors > 1,
        "affiliated": lambda evidence: evidence.affiliated,
    }
)


def _seeing(name: str) -> Callable[[Evidence], str | None]:
    seen = _SEEN[name]
    return lambda evidence: "" if seen(evidence) else None


def _searching(zone: str, pattern: str) -> Callable[[Evidence], str | None]:
    form = re.compile(pattern, re.IGNORECASE | re.MULTILINE)

    def has(evidence: Evidence) -> str | None:
        text: str = getattr(evidence, zone)
        match = form.search(text)
        if match is None:
            return None
        return line_at(text, match.start())

    return has


_SIGNS = tuple(
    _Sign(
        row["rule"],
        {kind: row[kind] for kind in KINDS if kind in row},
        _seeing(row["seen"]) if "seen" in row else _searching(row["zone"], pattern_of(row)),
    )
    for row in load_phrases("signs")["sign"]
)
