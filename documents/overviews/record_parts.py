"""The small lists of one record by one query: bodies, captions, keywords, tags, figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, IntegerField, TextField, Value
from django.db.models.functions import Cast

from documents.models import Figure, Image, IssuingBody, KeywordItem, TagItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import QuerySet

    from documents.models import Document, Visibility

type Row = tuple[str, int, str, str, str]
"""The part, the place in it, and three texts."""


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
    """A quantity as it is written, what it counts, and its sentence."""

    as_written: str
    what: str
    quote: str


@dataclass(frozen=True, slots=True)
class Parts:
    issuing_bodies: tuple[str, ...] = ()
    captions: tuple[Caption, ...] = ()
    keywords: tuple[Word, ...] = ()
    tags: tuple[Word, ...] = ()
    figures: tuple[StatedFigure, ...] = ()


def load_parts(document: Document, visibility: Visibility) -> Parts:
    """Return all small lists, each in its own order."""
    figures = Figure.objects.filter(document=document)
    if not visibility.reads_licensed:
        figures = figures.filter(is_restricted=False)
    rows = _columns(
        "issuer", IssuingBody.objects.filter(document=document), ("position", "name", "", "")
    ).union(
        _columns(
            "caption",
            Image.objects.filter(document=document),
            ("position", "caption", "credit", "file_name"),
        ),
        _columns("keyword", _tagged(KeywordItem, document), ("pk", "tag__name", "tag__slug", "")),
        _columns("tag", _tagged(TagItem, document), ("pk", "tag__name", "tag__slug", "")),
        _columns("figure", figures, ("position", "as_written", "what", "quote")),
        all=True,
    )
    found: list[Row] = list(rows.order_by("part", "place"))
    return Parts(
        issuing_bodies=tuple(name for name, _, _ in _of("issuer", found)),
        captions=tuple(
            Caption(text or file_name, credit) for text, credit, file_name in _of("caption", found)
        ),
        keywords=tuple(Word(name, slug) for name, slug, _ in _of("keyword", found)),
        tags=tuple(Word(name, slug) for name, slug, _ in _of("tag", found)),
        figures=tuple(StatedFigure(*texts) for texts in _of("figure", found)),
    )


def _tagged(items: type[KeywordItem | TagItem], document: Document) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = items.objects.filter(content_object=document)
    return rows


def _columns(part: str, rows: QuerySet[Any, Any], names: Sequence[str]) -> QuerySet[Any, Any]:
    """Return the rows as a number and three texts, so that unlike tables can stand together."""
    order, *texts = names
    shown = {
        f"text_{place}": Cast(name, TextField()) if name else Value("", output_field=TextField())
        for place, name in enumerate(texts)
    }
    name_of_part = Value(part, output_field=CharField())
    columns: QuerySet[Any, Any] = rows.annotate(
        part=name_of_part, place=Cast(order, IntegerField()), **shown
    )
    return columns.order_by().values_list("part", "place", *shown)


def _of(part: str, rows: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    return ((first, second, third) for name, _, first, second, third in rows if name == part)
