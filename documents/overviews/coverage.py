"""What the base holds as a whole, and where it holds nothing: the figures of the about page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Document, Topic
from documents.overviews.axes import load_axes
from documents.overviews.holdings import Holdings, load_holdings
from documents.overviews.shelf import SourceCount, sources_with_counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.models import Visibility


@dataclass(frozen=True, slots=True)
class Coverage:
    """`without_records` names the topics of each facet that no record is linked to."""

    total: int
    kinds: Mapping[str, int]
    first_year: int | None
    last_year: int | None
    undated: int
    sources: tuple[SourceCount, ...]
    without_records: Mapping[str, tuple[Topic, ...]]


def coverage(visibility: Visibility) -> Coverage:
    holdings = load_holdings(visibility)
    dated = sum(records.bit_count() for records in holdings.years.values())
    facets = (Topic.Facet.REGION, Topic.Facet.CLUSTER, Topic.Facet.THEME)
    sources = sources_with_counts(visibility)
    return Coverage(
        total=holdings.total,
        kinds={
            kind: holdings.kinds[kind].bit_count()
            for kind in Document.Kind.values
            if kind in holdings.kinds
        },
        first_year=min(holdings.years, default=None),
        last_year=max(holdings.years, default=None),
        undated=holdings.total - dated,
        sources=tuple(source for source in sources if source.count),
        without_records=_gaps(holdings, load_axes(*facets)),
    )


def _gaps(holdings: Holdings, axes: Mapping[str, list[Topic]]) -> dict[str, tuple[Topic, ...]]:
    gaps = {
        facet: tuple(topic for topic in topics if not holdings.of(topic))
        for facet, topics in axes.items()
    }
    return {facet: topics for facet, topics in gaps.items() if topics}
