"""Records by province on a grid of tiles, with the city clusters as circles."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Membership, Topic
from documents.overviews.axes import load_axes
from documents.overviews.holdings import load_holdings
from documents.overviews.matrix import CURVE, SHADES, shade
from documents.overviews.scope import Scope, records_in
from documents.overviews.tile_grid import COLUMNS, ROWS, SPOTS, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.models import Visibility
    from documents.overviews.holdings import Holdings
    from documents.overviews.inventory import Records

SIDE = 64
GAP = 4
LARGEST = 7.5
SMALLEST = 2.5
STRIP = 11
HEADING, SCALE = 30, 56
"""How high the heading and the scale are of a map that is a file of its own."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A city cluster on the tile of the province with most of its members."""

    topic: Topic
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Tile:
    """Lengths are units of the view box; `shade` runs from 0 to 7."""

    topic: Topic
    spot: Spot
    count: int
    shade: int

    @property
    def x(self) -> int:
        return self.spot.column * (SIDE + GAP)

    @property
    def y(self) -> int:
        return self.spot.row * (SIDE + GAP)


@dataclass(frozen=True, slots=True)
class Count:
    topic: Topic
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Step:
    """One shade of the scale and the counts it stands for."""

    shade: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """`total` counts the records of the scope, `placed` those on any province, once each."""

    tiles: tuple[Tile, ...]
    circles: tuple[Circle, ...]
    provinces: tuple[Count, ...]
    clusters: tuple[Count, ...]
    scale: tuple[Step, ...]
    total: int
    placed: int

    side = SIDE
    view_box = f"-2 -2 {COLUMNS * (SIDE + GAP)} {ROWS * (SIDE + GAP)}"
    view_box_of_file = (
        f"-2 {-HEADING} {COLUMNS * (SIDE + GAP)} {ROWS * (SIDE + GAP) + HEADING + SCALE}"
    )
    scale_at = ROWS * (SIDE + GAP) + 8


def load_tile_map(scope: Scope, visibility: Visibility) -> TileMap:
    """Return the map of the records of a scope; a province counts its smaller units' records."""
    holdings = load_holdings(visibility)
    axes = load_axes(Topic.Facet.REGION, Topic.Facet.CLUSTER)
    return draw_tile_map(records_in(scope, holdings), holdings, axes)


def draw_tile_map(
    records: Records, holdings: Holdings, axes: Mapping[str, Sequence[Topic]]
) -> TileMap:
    """Return the map of a set of records; `axes` has the provinces and the city clusters."""
    provinces = [topic for topic in axes["region"] if topic.place.code in SPOTS]
    counts = {
        topic.pk: (holdings.of(topic) & records).bit_count()
        for topic in (*provinces, *axes["cluster"])
    }
    most = max((counts[topic.pk] for topic in provinces), default=0)
    placed: Records = 0
    for topic in provinces:
        placed |= holdings.of(topic) & records
    total = records.bit_count()
    return TileMap(
        tiles=tuple(
            Tile(topic, SPOTS[topic.place.code], counts[topic.pk], shade(counts[topic.pk], most))
            for topic in provinces
        ),
        circles=_circles(axes["cluster"], counts),
        provinces=_ranked(provinces, counts, total),
        clusters=_ranked(axes["cluster"], counts, total),
        scale=_scale(most),
        total=total,
        placed=placed.bit_count(),
    )


def _ranked(topics: Iterable[Topic], counts: Mapping[int, int], total: int) -> tuple[Count, ...]:
    ranked = sorted(topics, key=lambda topic: -counts[topic.pk])
    return tuple(
        Count(topic, counts[topic.pk], counts[topic.pk] / total if total else 0) for topic in ranked
    )


def _scale(most: int) -> tuple[Step, ...]:
    """Return the range of counts of each shade that any count up to `most` can have."""
    ranges: defaultdict[int, list[int]] = defaultdict(list)
    for step in range(1, SHADES + 1):
        last = math.floor(most * (step / SHADES) ** (1 / CURVE) + 1e-9)
        first = ranges[step - 1][1] + 1 if step > 1 else 1
        ranges[step] = [first, last]
    return tuple(Step(step, *ends) for step, ends in ranges.items() if step and ends[0] <= ends[1])


def _circles(clusters: Sequence[Topic], counts: Mapping[int, int]) -> tuple[Circle, ...]:
    homes = _homes([cluster.pk for cluster in clusters])
    together: defaultdict[str, list[Topic]] = defaultdict(list)
    for cluster in clusters:
        if cluster.pk in homes:
            together[homes[cluster.pk]].append(cluster)
    most = max((counts[cluster.pk] for cluster in clusters), default=0)
    return tuple(
        _circle(cluster, counts[cluster.pk], most, _place(SPOTS[code], place, len(group)))
        for code, group in together.items()
        for place, cluster in enumerate(group)
    )


def _homes(clusters: Sequence[int]) -> dict[int, str]:
    """Return for each cluster the code of the province with most of its members."""
    members = Membership.objects.filter(whole__in=clusters).exclude(part__place__code="")
    tallies: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for whole, code in members.order_by("pk").values_list("whole", "part__place__code"):
        if code and code[:2] in SPOTS:
            tallies[whole][code[:2]] += 1
    return {whole: tally.most_common(1)[0][0] for whole, tally in tallies.items()}


def _place(spot: Spot, place: int, neighbours: int) -> tuple[float, float]:
    """Return the centre of a circle in the strip at the foot of a tile, side by side."""
    left = spot.column * (SIDE + GAP)
    step = SIDE / (neighbours + 1)
    return round(left + step * (place + 1), 1), spot.row * (SIDE + GAP) + SIDE - STRIP


def _circle(topic: Topic, count: int, most: int, centre: tuple[float, float]) -> Circle:
    size = math.sqrt(count / most) * LARGEST if most else 0
    return Circle(topic, count, *centre, radius=round(max(SMALLEST, size), 1))
