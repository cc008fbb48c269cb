"""All records at once: the map, the years, what rises, and the matrix of the busiest topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Topic
from documents.overviews.axes import load_axes
from documents.overviews.holdings import load_holdings
from documents.overviews.matrix import Matrix, busiest, cross
from documents.overviews.rising import Rise, rising
from documents.overviews.tile_map import TileMap, draw_tile_map
from documents.overviews.timeline import layers_of

if TYPE_CHECKING:
    from documents.models import Visibility
    from documents.overviews.stacks import Layer

ROWS = 12
COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Explore:
    total: int
    map: TileMap
    layers: tuple[Layer, ...]
    rises: tuple[Rise, ...]
    matrix: Matrix


def load_explore(visibility: Visibility) -> Explore:
    """Return the figures of the overview for one viewer, by a fixed number of queries."""
    holdings = load_holdings(visibility)
    axes = load_axes(Topic.Facet.REGION, Topic.Facet.CLUSTER, Topic.Facet.THEME)
    regions, themes = axes[Topic.Facet.REGION], axes[Topic.Facet.THEME]
    return Explore(
        total=holdings.total,
        map=draw_tile_map(holdings.everything, holdings, axes),
        layers=layers_of(holdings.everything, "kind", holdings),
        rises=rising(holdings, themes, visibility.now.date()),
        matrix=cross(
            holdings, busiest(holdings, regions, ROWS), busiest(holdings, themes, COLUMNS)
        ),
    )
