"""What an index holds about one document, and when each part of it may be seen."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING

from documents.models import Topic
from documents.models.dates import Precision
from documents.search.terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from documents.models import Document
    from documents.search.related import Related

RECORD_VERSION = "4"
"""Changes with the shape of what is indexed: an index of another version is built anew."""

TITLE_ONLY = "title"
WHOLE = "whole"
FACETS = (
    "kind",
    "region",
    "cluster",
    "theme",
    "instrument",
    "source",
    "tag",
    "language",
    "year",
)
DIRECT = "topic"
"""The topics that a record is linked to itself, without those above; it is not counted."""
ROUGH = "rough"
"""The year of a record of which no more than the year is known; counted when asked for only."""
NONE = "none"
"""The value that a record without a source, or without a date, holds in that facet."""
type Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class IndexRecord:
    """One entry of an index: a document as it may be seen from one moment until another.

    A document under embargo gives two: its title until the embargo ends, all of it from then.
    `zones` are the pieces of public text that phrases do not cross, the title first. `facets` give
    codes and ids as strings, those above a topic included; `restricted_facets` are the further
    ones that rest on licensed text.
    """

    document_id: int
    part: str
    title: str
    visible_from: datetime
    visible_until: datetime | None = None
    zones: tuple[str, ...] = ()
    restricted: str = ""
    authors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    sorted_on: date | None = None
    facets: Values = field(default_factory=dict)
    restricted_facets: Values = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """Return a short sum of everything the entry holds: equal sums, equal entries."""
        values = [str(getattr(self, name)) for name in _FIELDS]
        return hashlib.blake2b("\0".join(values).encode(), digest_size=8).hexdigest()

    @cached_property
    def terms(self) -> dict[str, list[str]]:
        """Return the terms of each field of an index, worked out once however many ask."""
        return terms_of(self)


_FIELDS = tuple(item.name for item in fields(IndexRecord))


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The topics above each topic. A cluster holds only what is linked to it."""

    parents: Mapping[int, int | None]
    facets: Mapping[int, str]

    def with_above(self, topic_id: int) -> list[int]:
        """Return a topic and all above it; a circle made by mistake ends where it closes."""
        chain = [topic_id]
        if self.facets.get(topic_id) == Topic.Facet.CLUSTER:
            return chain
        above = self.parents.get(topic_id)
        while above is not None and above not in chain:
            chain.append(above)
            above = self.parents.get(above)
        return chain


def load_hierarchy() -> Hierarchy:
    rows = list(Topic.objects.values_list("pk", "parent", "facet"))
    return Hierarchy({row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows})


def records_for(
    document: Document, related: Related, hierarchy: Hierarchy
) -> tuple[IndexRecord, ...]:
    """Return the entries of a document loaded by `for_indexing`; none when it is not published."""
    if document.status != document.Status.PUBLISHED or document.visible_from is None:
        return ()
    until = document.embargo_until
    if until is None or until <= document.visible_from:
        return (_whole(document, related, document.visible_from, hierarchy),)
    return (
        _title_only(document, related, document.visible_from, until),
        _whole(document, related, until, hierarchy),
    )


def _title_only(
    document: Document, related: Related, visible_from: datetime, until: datetime
) -> IndexRecord:
    return IndexRecord(
        document_id=document.pk,
        part=TITLE_ONLY,
        title=document.title,
        visible_from=visible_from,
        visible_until=until,
        zones=(document.title,),
        sources=_sources(document, related),
        sorted_on=document.sorted_on,
        facets=_plain_facets(document, related),
    )


def _whole(
    document: Document, related: Related, visible_from: datetime, hierarchy: Hierarchy
) -> IndexRecord:
    public, restricted = _topics(related, hierarchy)
    tags = tuple(sorted({str(pk) for pk, _name in related.words}))
    authors = (*related.authors, *related.issuers)
    numbers = _numbers(document)
    return IndexRecord(
        document_id=document.pk,
        part=WHOLE,
        title=document.title,
        visible_from=visible_from,
        zones=_zones(document, related, *authors, *numbers),
        restricted=document.restricted_body,
        authors=authors,
        sources=_sources(document, related),
        numbers=numbers,
        sorted_on=document.sorted_on,
        facets=_plain_facets(document, related) | public | ({"tag": tags} if tags else {}),
        restricted_facets=restricted,
    )


def _zones(document: Document, related: Related, *more: str) -> tuple[str, ...]:
    zones = [
        *(document.title, document.abstract, document.body),
        *related.captions,
        *sorted(name for _pk, name in related.words),
        *more,
    ]
    return tuple(zone for zone in zones if zone)


def _sources(document: Document, related: Related) -> tuple[str, ...]:
    source = document.source
    if source is None:
        return ()
    names = (source.name, source.name_zh, *related.source_names)
    return tuple(name for name in names if name)


def _numbers(document: Document) -> tuple[str, ...]:
    total = str(document.total_number) if document.total_number else ""
    return tuple(one for one in (document.number, document.series, total) if one)


def _plain_facets(document: Document, related: Related) -> dict[str, tuple[str, ...]]:
    facets: dict[str, tuple[str, ...]] = {
        "kind": (document.kind,),
        "language": (document.language,),
    }
    facets["source"] = (NONE if document.source_id is None else str(document.source_id),)
    day = document.sorted_on
    facets["year"] = (NONE if day is None else str(day.year),)
    if day is not None and set(related.precisions) == {Precision.YEAR}:
        facets[ROUGH] = (str(day.year),)
    return facets


def _topics(
    related: Related, hierarchy: Hierarchy
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    public = set(related.topics)
    further = public.union(related.restricted_topics)
    above, further_above = _closure(public, hierarchy), _closure(further, hierarchy)
    return (
        _by_facet(public, above, hierarchy),
        _by_facet(further - public, further_above - above, hierarchy),
    )


def _closure(topics: set[int], hierarchy: Hierarchy) -> set[int]:
    return {above for topic in topics for above in hierarchy.with_above(topic)}


def _by_facet(
    direct: set[int], topics: set[int], hierarchy: Hierarchy
) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for topic in sorted(topics):
        groups[hierarchy.facets[topic]].append(str(topic))
    if direct:
        groups[DIRECT] = [str(topic) for topic in sorted(direct)]
    return {facet: tuple(values) for facet, values in groups.items()}
