"""A person whom a sentence names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A name at `text[start:end]`, and its role as the text states it, empty where it does not."""

    start: int
    end: int
    role: str = ""
