"""Stores the rows that hang on a record: authors, issuing bodies, dates, images, free words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from documents.curation.tagging import present_names
from documents.models import Author, Authorship, DatedFact, Image, IssuingBody

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from documents.curation.entry import Entry
    from documents.models import Document


def store_parts(document: Document, entry: Entry, stored: Entry) -> None:
    """Make the rows of a record those of the entry; what is equal already is not touched.

    `stored` is what the rows say now.
    """
    if stored.authors != entry.authors:
        _store_authors(document, entry)
    if stored.issuing_bodies != entry.issuing_bodies:
        _store_issuing_bodies(document, entry)
    if stored.dates != entry.dates:
        _store_dates(document, entry)
    if stored.captions != entry.captions:
        _store_images(document, entry)
    keywords, tags = present_names(entry.keywords), present_names(entry.tags)
    if stored.keywords != tuple(sorted(keywords)):
        document.keywords.set(keywords)
    if stored.tags != tuple(sorted(tags)):
        document.tags.set(tags)


def _store_authors(document: Document, entry: Entry) -> None:
    document.authorships.all().delete()
    for position, author in enumerate(_once(entry.authors, lambda one: one.name)):
        _add(
            Authorship(
                document=document,
                author=_author_named(author.name),
                position=position,
                affiliations=list(author.affiliations),
                group=author.group,
            )
        )


def _store_issuing_bodies(document: Document, entry: Entry) -> None:
    document.issuing_bodies.all().delete()
    for position, name in enumerate(dict.fromkeys(entry.issuing_bodies)):
        _add(IssuingBody(document=document, position=position, name=name))


def _store_dates(document: Document, entry: Entry) -> None:
    document.dated_facts.all().delete()
    for position, fact in enumerate(_once(entry.dates, lambda one: (one.role, one.on, one.raw))):
        _add(
            DatedFact(
                document=document,
                position=position,
                role=fact.role,
                on=fact.on,
                at=fact.at,
                precision=fact.precision,
                raw=fact.raw,
            )
        )


def _store_images(document: Document, entry: Entry) -> None:
    document.images.all().delete()
    for position, caption in enumerate(entry.captions):
        _add(
            Image(
                document=document,
                position=position,
                caption=caption.text,
                credit=caption.credit,
                file_name=caption.file_name,
            )
        )


def _author_named(name: str) -> Author:
    return Author.objects.filter(name=name).first() or _add(Author(name=name))


def _add[Row: models.Model](row: Row) -> Row:
    """Store a row; ValidationError says which value does not fit before the database does."""
    row.clean_fields()
    row.save()
    return row


def _once[T](items: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    """Return the items in order, the first of each key only."""
    first: dict[Hashable, T] = {}
    for item in items:
        first.setdefault(key(item), item)
    return list(first.values())
