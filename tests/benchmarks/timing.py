"""Times a search by itself and within its page, in turn, so that a noisy minute meets both."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

type Way = Callable[[str], object]

WARMING = 20
"""How many questions are asked before the first that is timed."""


class Spread(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float


class Clock:
    """Tells the time that passed since, on the wall and in the processor."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def passed(self) -> tuple[float, float]:
        return time.perf_counter() - self._wall, time.process_time() - self._cpu

    def rates(self, count: int) -> tuple[float, float]:
        wall, cpu = self.passed()
        return round(count / wall, 1), round(count / cpu, 1)


@dataclass(slots=True)
class Turns:
    """Seconds of each asking, question by question, by one clock."""

    search: list[list[float]] = field(default_factory=list)
    page: list[list[float]] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return milliseconds: of all askings, and what the page adds to each question.

        What it adds to a question is the quickest of its pages less the quickest of its searches:
        what else the machine did meanwhile is not laid to the page.
        """
        added = [
            min(pages) - min(searches)
            for searches, pages in zip(self.search, self.page, strict=True)
        ]
        spreads = {
            "search": _spread([*chain(*self.search)]),
            "page": _spread([*chain(*self.page)]),
            "page_adds": _spread(added),
        }
        return {
            f"{name}_{share}_ms": milliseconds
            for name, spread in spreads.items()
            for share, milliseconds in spread._asdict().items()
        }


def in_turn(
    questions: Sequence[str],
    search: Way,
    page: Way,
    times: int,
    wait: Callable[[], object] = lambda: None,
) -> tuple[Turns, Turns]:
    """Return the turns by the wall clock and by the processor's, warm, one question at a time.

    Every question is asked `times` times each way. One pass over the questions asks every other one
    by its page, the next pass the others: so neither way finds what the other has just read. Before
    each pass it waits, so that several programs can take turns.
    """
    for question in questions[:WARMING]:
        search(question)
        page(question)
    wall, cpu = (
        Turns([[] for _ in questions], [[] for _ in questions]) for _clock in ("wall", "cpu")
    )
    for turn in range(2 * times):
        wait()
        for at, question in enumerate(questions):
            is_page = (at + turn) % 2
            clock = Clock()
            (page if is_page else search)(question)
            for turns, taken in zip((wall, cpu), clock.passed(), strict=True):
                (turns.page if is_page else turns.search)[at].append(taken)
    return wall, cpu


def _spread(seconds: Sequence[float]) -> Spread:
    ordered = sorted(seconds)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return Spread(round(middle * 1000, 2), round(late * 1000, 2))
