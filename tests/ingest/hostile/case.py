"""A hostile file: its name, how to make it, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

READ = "read"
TABLE = "table"
ANY = "any"  # read or refused, as the library sees it; in time, and with a sentence
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Hostile:
    """`verdict` is "read", "table", "any", or the code of the refusal."""

    name: str
    make: Callable[[], bytes]
    verdict: str


def case(name: str, content: bytes, verdict: str) -> Hostile:
    return Hostile(name, lambda: content, verdict)
