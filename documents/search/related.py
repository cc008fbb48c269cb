"""Reads what an index holds of documents besides their own fields: one query a relation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F

from documents.models import (
    Authorship,
    DatedFact,
    Image,
    IssuingBody,
    KeywordItem,
    TagItem,
    TopicLink,
)
from documents.models.source import SourceName

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from django.db.models import Model, QuerySet


@dataclass(frozen=True, slots=True)
class Related:
    """What belongs to one document, in order: `words` are (id, name) of keywords and tags.

    `topics` are those of its accepted links, `restricted_topics` those that rest on licensed text.
    `source_names` are the other names of its source, `precisions` those of the dates that give the
    day it is sorted by.
    """

    topics: tuple[int, ...] = ()
    restricted_topics: tuple[int, ...] = ()
    authors: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    words: tuple[tuple[int, str], ...] = ()
    source_names: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()


def load_related(sources: Mapping[int, int | None]) -> dict[int, Related]:
    """Return what belongs to each document; `sources` gives the source of each by its id."""
    ids = list(sources)
    links = TopicLink.objects.accepted().filter(document__in=ids).order_by("pk")
    names = _grouped(
        SourceName.objects.filter(source__in=set(sources.values()) - {None}).order_by("name"),
        *("source", "name"),
    )
    topics = _grouped(links.filter(is_restricted=False), "document", "topic")
    restricted = _grouped(links.filter(is_restricted=True), "document", "topic")
    by_position = ("document", "position")
    authors = _grouped(_of(Authorship, ids).order_by(*by_position), "document", "author__name")
    issuers = _grouped(_of(IssuingBody, ids).order_by(*by_position), "document", "name")
    captions = _grouped(_of(Image, ids).order_by(*by_position), "document", "caption")
    dates = _of(DatedFact, ids).filter(on=F("document__sorted_on"))
    precisions = _grouped(dates, "document", "precision")
    keywords, tags = _words(KeywordItem, ids), _words(TagItem, ids)
    return {
        pk: Related(
            topics=topics[pk],
            restricted_topics=restricted[pk],
            authors=authors[pk],
            issuers=issuers[pk],
            captions=captions[pk],
            words=keywords[pk] + tags[pk],
            source_names=names[source] if source else (),
            precisions=precisions[pk],
        )
        for pk, source in sources.items()
    }


def _of(model: type[Model], ids: Collection[int]) -> QuerySet[Any]:
    return model._default_manager.filter(document__in=ids)  # noqa: SLF001  Django's public name


def _words(model: Any, ids: Collection[int]) -> defaultdict[int, tuple[tuple[int, str], ...]]:
    words: defaultdict[int, tuple[tuple[int, str], ...]] = defaultdict(tuple)
    items = model.objects.filter(content_object__in=ids).order_by("tag__name", "tag")
    for pk, tag, name in items.values_list("content_object", "tag", "tag__name"):
        words[pk] += ((tag, name),)
    return words


def _grouped(rows: QuerySet[Any], key: str, value: str) -> defaultdict[int, tuple[Any, ...]]:
    """Return the values of each key, in the order of the rows."""
    groups: defaultdict[int, tuple[Any, ...]] = defaultdict(tuple)
    for pk, held in rows.values_list(key, value):
        groups[pk] += (held,)
    return groups
