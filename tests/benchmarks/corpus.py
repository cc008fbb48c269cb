"""Makes records to measure with: English text with the word frequencies of real language."""

from __future__ import annotations

import itertools
import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = 30_000
KINDS = ("report", "news", "release", "policy", "brief")
TOPICS = {"region": 120, "cluster": 19, "theme": 60, "instrument": 25}
SOURCES = 12
VISIBLE = datetime(2025, 1, 1, tzinfo=UTC)
_SYLLABLES = [
    "ba",
    "re",
    "ni",
    "to",
    "lu",
    "sha",
    "kem",
    "dor",
    "vi",
    "pol",
    "ur",
    "gan",
    "ter",
    "mi",
]


class Made(NamedTuple):
    """One record: the topics are (facet, number) pairs."""

    number: int
    title: str
    body: str
    kind: str
    source: int
    sorted_on: date
    topics: tuple[tuple[str, int], ...]


def vocabulary() -> list[str]:
    """Return the words, the most frequent first."""
    chance = random.Random(7)
    made: dict[str, None] = {}
    while len(made) < WORDS:
        made["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 5)))] = None
    return list(made)


def records(count: int) -> Iterator[Made]:
    """Yield the records; the same number gives the same record."""
    chance = random.Random(1)
    words = vocabulary()
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for number in range(1, count + 1):
        length = max(40, int(chance.lognormvariate(6.15, 0.5)))
        body = chance.choices(words, cum_weights=weights, k=length)
        for at in range(14, length, 15):
            body[at] += "."
        yield Made(
            number=number,
            title=" ".join(chance.choices(words, cum_weights=weights, k=8)).capitalize(),
            body=" ".join(body),
            kind=chance.choice(KINDS),
            source=min(int(chance.expovariate(0.4)), SOURCES - 1),
            sorted_on=date(2016, 1, 1) + timedelta(days=chance.randrange(3600)),
            topics=tuple(
                {
                    (facet, min(int(chance.expovariate(8 / size)), size - 1))
                    for facet, size in TOPICS.items()
                    for _ in range(chance.randint(0, 3))
                }
            ),
        )


def queries(count: int = 200) -> list[str]:
    """Return questions biased to frequent words: words, pairs, phrases, OR, NOT and prefixes."""
    chance = random.Random(3)
    words = [word for word in vocabulary()[:3000] if len(word) > 3]

    def word() -> str:
        return words[min(int(chance.expovariate(1 / 120)), len(words) - 1)]

    shapes = (
        *(word, lambda: f"{word()} {word()}", lambda: f"{word()} {word()} {word()}"),
        *(lambda: f'"{word()} {word()}"', lambda: f"{word()} OR {word()}"),
        *(lambda: f"{word()} NOT {word()}", lambda: f"{word()[:4]}*", word),
    )
    return [shapes[at % len(shapes)]() for at in range(count)]
