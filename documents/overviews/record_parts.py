"""The small lists of one record by one query: authors, dates, captions, words, figures, names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, IntegerField, Q, TextField, Value
from django.db.models.functions import Cast, Coalesce

from documents.gazetteer.people import role_of
from documents.models import (
    Author,
    Authorship,
    DatedFact,
    Figure,
    Image,
    IssuingBody,
    KeywordItem,
    Mention,
    Relation,
    TagItem,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import QuerySet

    from documents.models import Document, Visibility

type Row = tuple[str, int, int, str, str, str, str]
"""The part, the place in it, the primary key, and four texts."""

TEXTS = 4
NAMED = (Mention.Kind.PERSON, Mention.Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword of the publisher or a tag of a curator."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands under a picture; `text` is the name of its file where there is no caption."""

    text: str
    credit: str


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A quantity as it is written, what it counts, its sentence, and the year of a target."""

    as_written: str
    what: str
    quote: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A person or an organisation of the text with its first sentence, and the role it states."""

    name: str
    role: str
    quote: str


@dataclass(frozen=True, slots=True)
class Writer:
    author: Author
    affiliations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """`see_also` has what curators chose beside the record: subject, object and status.

    `has_relations` tells whether there may be relations of other kinds to load.
    """

    writers: tuple[Writer, ...] = ()
    facts: tuple[DatedFact, ...] = ()
    see_also: tuple[tuple[int, int, str], ...] = ()
    has_relations: bool = False
    issuing_bodies: tuple[str, ...] = ()
    captions: tuple[Caption, ...] = ()
    keywords: tuple[Word, ...] = ()
    tags: tuple[Word, ...] = ()
    figures: tuple[StatedFigure, ...] = ()
    people: tuple[Named, ...] = ()
    organisations: tuple[Named, ...] = ()


def load_parts(document: Document, visibility: Visibility) -> Parts:
    """Return all small lists, each in its own order."""
    figures = Figure.objects.filter(document=document)
    figures = figures.annotate(due=Coalesce(Cast("due_year", TextField()), Value("")))
    named = Mention.objects.filter(document=document, kind__in=NAMED)
    named = named.exclude(status=Mention.Status.REJECTED).exclude(zone=Mention.Zone.FOOTER)
    if not visibility.reads_licensed:
        figures = figures.filter(is_restricted=False)
        named = named.exclude(zone=Mention.Zone.RESTRICTED)
    found: list[Row] = list(_all_rows(document, figures, named).order_by("part", "place", "key"))
    return Parts(
        writers=tuple(
            Writer(Author(pk=int(pk), name=name), tuple(json.loads(affiliations)))
            for pk, name, affiliations, _ in _of("writer", found)
        ),
        facts=tuple(
            DatedFact(role=role, on=date.fromisoformat(on), precision=precision, raw=raw)
            for role, on, precision, raw in _of("fact", found)
        ),
        see_also=tuple(
            (int(subject), int(other), status)
            for subject, other, status, kind in _of("relation", found)
            if kind == Relation.Kind.SEE_ALSO
        ),
        has_relations=any(kind != Relation.Kind.SEE_ALSO for *_, kind in _of("relation", found)),
        issuing_bodies=tuple(name for name, *_ in _of("issuer", found)),
        captions=tuple(
            Caption(text or file_name, credit)
            for text, credit, file_name, _ in _of("caption", found)
        ),
        keywords=tuple(Word(name, slug) for name, slug, *_ in _of("keyword", found)),
        tags=tuple(Word(name, slug) for name, slug, *_ in _of("tag", found)),
        figures=tuple(StatedFigure(*texts) for texts in _of("figure", found)),
        people=_named(Mention.Kind.PERSON, found),
        organisations=_named(Mention.Kind.ORGANISATION, found),
    )


def _named(wanted: str, found: Sequence[Row]) -> tuple[Named, ...]:
    """Return each name of a kind once, with the sentence that states its role where one does."""
    names: dict[str, Named] = {}
    for kind, surface, quote, _ in _of("named", found):
        if kind != wanted:
            continue
        name = " ".join(surface.split())
        role = role_of(surface, quote) if kind == Mention.Kind.PERSON else ""
        if name not in names or (role and not names[name].role):
            names[name] = Named(name, role, quote)
    return tuple(names.values())


def _all_rows(
    document: Document, figures: QuerySet[Figure], named: QuerySet[Mention]
) -> QuerySet[Any, Any]:
    beside = Relation.objects.filter(Q(subject=document) | Q(object=document))
    own = {"document": document}
    word = ("pk", "tag__name", "tag__slug")
    return _columns(
        "writer",
        Authorship.objects.filter(**own),
        ("position", "author", "author__name", "affiliations"),
    ).union(
        _columns(
            "fact",
            DatedFact.objects.filter(**own),
            ("position", "role", "on", "precision", "raw"),
        ),
        _columns("issuer", IssuingBody.objects.filter(**own), ("position", "name")),
        _columns(
            "caption",
            Image.objects.filter(**own),
            ("position", "caption", "credit", "file_name"),
        ),
        _columns("keyword", _tagged(KeywordItem, document), word),
        _columns("tag", _tagged(TagItem, document), word),
        _columns("figure", figures, ("position", "as_written", "what", "quote", "due")),
        _columns("named", named, ("start", "kind", "surface", "quote")),
        _columns("relation", beside, ("pk", "subject", "object", "status", "kind")),
        all=True,
    )


def _tagged(items: type[KeywordItem | TagItem], document: Document) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = items.objects.filter(content_object=document)
    return rows


def _columns(part: str, rows: QuerySet[Any, Any], names: Sequence[str]) -> QuerySet[Any, Any]:
    """Return the rows as numbers and four texts, so that unlike tables can stand together."""
    order, *texts = names
    texts += [""] * (TEXTS - len(texts))
    shown = {
        f"text_{place}": Cast(name, TextField()) if name else Value("", output_field=TextField())
        for place, name in enumerate(texts)
    }
    columns: QuerySet[Any, Any] = rows.annotate(
        part=Value(part, output_field=CharField()),
        place=Cast(order, IntegerField()),
        key=Cast("pk", IntegerField()),
        **shown,
    )
    return columns.order_by().values_list("part", "place", "key", *shown)


def _of(part: str, rows: Sequence[Row]) -> Iterator[tuple[str, str, str, str]]:
    return (texts for name, _, _, *texts in rows if name == part)  # type: ignore[misc]
