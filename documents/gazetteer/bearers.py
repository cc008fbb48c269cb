"""People who bear the name of a place: who is named so once is so each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.bearers_han import find_han_bearer
from documents.gazetteer.bearers_latin import find_latin_bearer
from documents.gazetteer.word_starts import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable

    from documents.gazetteer.hits import Hit


def find_bearer(text: str, hit: Hit) -> str | None:
    """Return the person in whose name a place's name stands there, None where it is the place."""
    finding = find_han_bearer if is_han(text[hit.start]) else find_latin_bearer
    span = finding(text, hit)
    return span.of(text) if span else None


def is_borne(text: str, hit: Hit, people: Iterable[str]) -> bool:
    """Whether a place's name stands in the longer name of one of these people."""
    surface = text[hit.start : hit.end]
    return any(
        person != surface
        and (at := person.find(surface)) >= 0
        and text.startswith(person, max(0, hit.start - at))
        for person in people
    )
