"""What the search page says of the other names that were searched, each of which can be dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from documents.forms.search import address_of

if TYPE_CHECKING:
    from documents.search.query import SearchQuery
    from documents.search.results import Expansion, SearchPage


@dataclass(frozen=True, slots=True)
class NameChip:
    """A name; `address` asks without it, or with it again where it was dropped."""

    name: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class AlsoSearched:
    """The other names of what was typed, and the page of the topic they belong to."""

    typed: str
    topic: str
    names: tuple[NameChip, ...]
    dropped: tuple[NameChip, ...]


def also_searched(query: SearchQuery, page: SearchPage) -> tuple[AlsoSearched, ...]:
    """Return one line for each name typed that has others."""
    return tuple(_line(query, expansion) for expansion in page.also)


def _line(query: SearchQuery, expansion: Expansion) -> AlsoSearched:
    names = [
        NameChip(
            other.name,
            other.language,
            address_of(query.without(dropped=(*query.dropped, other.name))),
        )
        for other in expansion.names
    ]
    dropped = [
        NameChip(
            other.name,
            other.language,
            address_of(query.without(dropped=_without(query.dropped, other.name))),
        )
        for other in expansion.dropped
    ]
    topic = reverse(f"documents:{expansion.facet}", args=[expansion.slug])
    return AlsoSearched(expansion.typed, topic, tuple(names), tuple(dropped))


def _without(dropped: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(each for each in dropped if each.casefold() != name.casefold())
