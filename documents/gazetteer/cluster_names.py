"""Other orders and nouns of a city cluster's name: "city cluster on the ...", 城镇群, 大都市圈."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN = re.compile(r"(.+) (?:city cluster|urban agglomeration)")
_CIRCLE = re.compile(r"(.+) metropolitan (?:area|circle)")
_NOUNS = (
    *("city cluster", "city clusters", "urban agglomeration", "urban agglomerations"),
    *("city group", "urban cluster", "urban clusters", "megalopolis", "cluster of cities"),
)
_LINKS = ("of", "in", "on", "along", "of the", "in the", "on the", "along the", "round the")
_CIRCLES = ("area", "circle", "region", "zone", "economic circle")
_WHOLE = ("Middle", "Upper", "Lower", "Northern Slope", "West Coast")


def cluster_variants(name: str) -> Iterator[str]:
    """Give the ways in which texts turn a cluster's name; none where it has no such noun."""
    if match := _LATIN.fullmatch(name):
        place = match[1]
        yield from (f"{place} {noun}" for noun in _NOUNS)
        own = f"{place[0].lower()}{place[1:]}" if place.startswith(_WHOLE) else place
        yield from (f"{noun} {link} {own}" for noun in _NOUNS for link in _LINKS)
    elif match := _CIRCLE.fullmatch(name):
        yield from (f"{match[1]} metropolitan {noun}" for noun in _CIRCLES)
    elif name.endswith("城市群"):
        yield f"{name[:-3]}城镇群"
        yield f"{name[:-3]}城市圈"
    elif name.endswith("都市圈") and not name.endswith("大都市圈"):
        yield f"{name[:-3]}大都市圈"
        yield f"{name[:-3]}都市区"
