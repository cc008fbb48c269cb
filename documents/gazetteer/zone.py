"""A part of a record in which names are looked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Zone:
    """A text as it is stored; name: title abstract body caption keywords footer restricted."""

    name: str
    text: str
