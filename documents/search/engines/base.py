"""The small interface that every engine keeps, and what goes through it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from documents.search.record import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from documents.search.record import IndexRecord
    from documents.search.tree import Node


class IndexUnusableError(Exception):
    """The index is missing, broken or made by another version; it must be built anew."""


@dataclass(frozen=True, slots=True)
class EngineQuery:
    """A question with every name looked up: only terms, codes and ids are left.

    A record matches when the tree does, when each facet of `filters` holds one of its values, and
    when its date is within the bounds (both included). The count of a facet ignores that facet's
    own filter, the count of years the bounds. `counted` may name "month" too: how many records are
    dated in each month, as "2024-05", the bounds ignored likewise.
    """

    tree: Node
    now: datetime
    reads_licensed: bool = False
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    date_from: date | None = None
    date_to: date | None = None
    sort: str = "relevance"
    start: int = 0
    size: int = 20
    counted: Sequence[str] = FACETS


@dataclass(frozen=True, slots=True)
class EngineHit:
    document_id: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class EngineResults:
    """The exact total, one page of hits, and for each facet how many records hold each value."""

    total: int
    hits: tuple[EngineHit, ...]
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Entry:
    """What an index says of one entry, for comparing it with the database."""

    document_id: int
    part: str
    digest: str


MONTH = "month"
"""May be counted like a facet, but is never stored: an engine works it out from the day."""


class Engine(Protocol):
    """One index. `replace` makes the entries of some documents exactly those given.

    `words` gives the first `most` words of public text, by code point, that begin with `prefix`,
    unstemmed as prefixes match them. They may stand in hidden or former records only: whoever shows
    one looks first whether the viewer's search finds it.

    `scan` gives the ids above `after` of the first `query.size` matches, ascending, whatever the
    query's own order: each match comes once, however many there are and whatever changes meanwhile.

    `make_ready` does what is cheaper once after a filling than at each step of it. Answers are the
    same before, but may take longer.
    """

    def replace(self, document_ids: Iterable[int], records: Iterable[IndexRecord]) -> None: ...

    def search(self, query: EngineQuery) -> EngineResults: ...

    def scan(self, query: EngineQuery, after: int) -> Sequence[int]: ...

    def words(self, prefix: str, most: int) -> Sequence[str]: ...

    def entries(self) -> Iterator[Entry]: ...

    def make_ready(self) -> None: ...

    def close(self) -> None: ...
