"""A part of a record in which names are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXTS = frozenset({"abstract", "body", "restricted"})


@dataclass(frozen=True, slots=True)
class Zone:
    """A text as it is stored.

    name: title abstract body caption keywords footer restricted entries.
    """

    name: str
    text: str


def zones_with(texts: Iterable[tuple[str, str]], titles: Iterable[str]) -> tuple[Zone, ...]:
    """Return a zone for each text that is not empty; `titles` are those of other pages.

    They make a zone of their own where a page has no text: a list is about what it lists. Beside
    a text they lead elsewhere and tell nothing of it.
    """
    zones = [Zone(name, text) for name, text in texts if text]
    entries = "\n".join(titles)
    if entries and not any(zone.name in _TEXTS for zone in zones):
        zones.append(Zone("entries", entries))
    return tuple(zones)
