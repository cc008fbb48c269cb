"""What someone asked for, in a form every engine understands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from datetime import date

PER_PAGE = 20
LAST_PAGE = 100
RECENT = "recent"
"""The order by relevance and age together, beside "relevance", "newest" and "oldest"."""


FILTERS = {
    "kind": "kinds",
    "region": "regions",
    "cluster": "clusters",
    "theme": "themes",
    "instrument": "instruments",
    "tag": "tags",
    "source": "sources",
    "language": "languages",
}
"""The name of each facet, and the field of a question that holds its values."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A question: words, filters, order and page.

    Facet values are slugs (topics, tags, sources) or codes (kinds, languages); a source may be
    "none". Values within one facet are joined by OR, facets by AND. `date_from` and `date_to` bound
    the date a record is sorted by, both included; `undated` asks for records without one. `exact`
    searches the words as typed, without other names; `dropped` are other names that are not to be
    searched.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    undated: bool = False
    sort: str = "relevance"
    page: int = 1
    exact: bool = False
    dropped: tuple[str, ...] = ()

    def without(self, **changes: Any) -> Self:
        """Return the same question with these fields replaced, from its first page."""
        return replace(self, **({"page": 1} | changes))

    def unfiltered(self) -> Self:
        """Return the words alone, without facets and dates."""
        return self.of_any_date().without(**dict.fromkeys(FILTERS.values(), ()))

    def of_any_date(self) -> Self:
        """Return the same question without its filters by date."""
        return self.without(date_from=None, date_to=None, undated=False)

    @property
    def is_dated(self) -> bool:
        """Tell whether a filter concerns the date."""
        return bool(self.date_from or self.date_to or self.undated)

    @property
    def only_year(self) -> int | None:
        """Return the year within which both bounds lie."""
        if self.date_from is None or self.date_to is None:
            return None
        return self.date_from.year if self.date_from.year == self.date_to.year else None
