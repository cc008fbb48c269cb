"""What comes back from a search."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.models import Document
    from documents.search.passages import Passage


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: `value` is the slug or code that stands in an address."""

    value: str
    label: str
    count: int
    is_selected: bool = False
    label_language: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet, the selected ones first, then by count.

    `name` is one of kind, region, cluster, theme, instrument, source, tag, language, year. Counts
    ignore the facet's own selection.
    """

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found, with its best passages, the words marked in them."""

    document: Document
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class BestMatch:
    """The record that was typed by its number or title, and a sentence that says which."""

    document: Document
    reason: str


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name in its language, "en" or "zh"."""

    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """What was searched besides the words typed: other names of the topic at that address.

    `names` were searched too; `dropped` are those that the question left out.
    """

    typed: str
    names: tuple[OtherName, ...]
    dropped: tuple[OtherName, ...]
    facet: str
    slug: str


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far the index of that name is behind: `waiting` changes.

    `is_degraded` when none is usable, so that the database answered.
    """

    name: str = ""
    waiting: int = 0
    is_degraded: bool = False


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of an answer.

    `months` counts records by month ("2024-05") where the question is about one year, `rough` those
    among them of which only the year is known, counted in its first month; `repairs` says in
    sentences what was mended in the words typed, `understood` is the question as it was run,
    `left_out` the words that were not asked for.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    rough: int = 0
    repairs: tuple[str, ...] = ()
    understood: str = ""
    page: int = 1
    pages: int = 1
    index: IndexState = field(default_factory=IndexState)
    also: tuple[Expansion, ...] = ()
    left_out: tuple[str, ...] = ()
    best: BestMatch | None = None
