"""What the front page shows: the matrix in small, the busiest topics, the newest records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from documents.models import Document, Topic
from documents.overviews.axes import load_axes
from documents.overviews.holdings import Holdings, load_holdings
from documents.overviews.listed import ListedRecord, list_records
from documents.overviews.matrix import Matrix, busiest, cross

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.models import Visibility

ROWS = 8
COLUMNS = 7
"""As many as stand beside their sum in the text column without scrolling."""
ENTRIES = 7
NEWEST = 8


@dataclass(frozen=True, slots=True)
class Entry:
    topic: Topic
    count: int


@dataclass(frozen=True, slots=True)
class FrontPage:
    total: int
    matrix: Matrix
    regions: tuple[Entry, ...]
    clusters: tuple[Entry, ...]
    themes: tuple[Entry, ...]
    newest: tuple[ListedRecord, ...]


def front_page(visibility: Visibility) -> FrontPage:
    """Return all figures of the front page for one viewer."""
    holdings = load_holdings(visibility)
    axes = load_axes(Topic.Facet.REGION, Topic.Facet.CLUSTER, Topic.Facet.THEME)
    regions, clusters, themes = axes["region"], axes["cluster"], axes["theme"]
    return FrontPage(
        total=holdings.total,
        matrix=cross(
            holdings, busiest(holdings, regions, ROWS), busiest(holdings, themes, COLUMNS)
        ),
        regions=entries(holdings, regions),
        clusters=entries(holdings, clusters),
        themes=entries(holdings, themes),
        newest=list_records(_newest(holdings, visibility), visibility),
    )


def _newest(holdings: Holdings, visibility: Visibility) -> list[Document]:
    """Return the newest records that are listed: of the readable ones the counts know which.

    Records under embargo are listed and not counted; they are few. Sorting all would take long.
    """
    readable = Q(pk__in=holdings.newest(holdings.everything, NEWEST))
    listed = Document.objects.visible_to(visibility)
    chosen = listed.filter(readable | Q(embargo_until__gt=visibility.now))
    return list(chosen.newest_first().for_lists()[:NEWEST])


def entries(holdings: Holdings, topics: Sequence[Topic]) -> tuple[Entry, ...]:
    """Return the busiest topics of a list with their counts."""
    return tuple(
        Entry(topic, holdings.of(topic).bit_count()) for topic in busiest(holdings, topics, ENTRIES)
    )
