"""What the search page offers where nothing was found: each way as a link with its count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.forms.search import address_of
from documents.search.ways_out import find_ways_out
from documents.views.search_page import legend_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from documents.models import Visibility
    from documents.search.query import SearchQuery
    from documents.search.ways_out import Way


@dataclass(frozen=True, slots=True)
class Offer:
    """`label` is what the link asks for, or what it leaves out; `language` that of a name."""

    label: str
    count: int
    address: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    spelling: Offer | None
    parted: Offer | None
    words_only: Offer | None
    filters: tuple[Offer, ...]
    words: tuple[Offer, ...]
    any_word: Offer | None
    topics: tuple[Offer, ...]


def offers(query: SearchQuery, visibility: Visibility) -> Offers:
    """Return what finds something instead."""
    ways = find_ways_out(query, visibility)
    return Offers(
        spelling=_offer(ways.spelling, _text(ways.spelling)),
        parted=_offer(ways.parted, _text(ways.parted)),
        words_only=_offer(ways.words_only, _text(ways.words_only)),
        filters=_offers((way, _legend(way.left_out)) for way in ways.filters),
        words=_offers((way, way.left_out) for way in ways.words),
        any_word=_offer(ways.any_word, _text(ways.any_word)),
        topics=tuple(_topic(way) for way in ways.topics),
    )


def _offers(ways: Iterable[tuple[Way, str]]) -> tuple[Offer, ...]:
    return tuple(Offer(label, way.count, address_of(way.query)) for way, label in ways)


def _offer(way: Way | None, label: str) -> Offer | None:
    return Offer(label, way.count, address_of(way.query)) if way else None


def _text(way: Way | None) -> str:
    return way.query.text if way else ""


def _legend(facet: str) -> str:
    return _("Date") if facet == "date" else legend_of(facet)


def _topic(way: Way) -> Offer:
    topic = way.topic
    label, language = (topic.label, topic.label_language) if topic else ("", "")
    return Offer(label, way.count, address_of(way.query), language)
