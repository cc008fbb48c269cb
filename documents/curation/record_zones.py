"""The texts of stored records in which names are looked for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from documents.gazetteer import zones_with
from documents.models import Image, KeywordItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from documents.gazetteer import Zone
    from documents.models import Document


def record_zones(document: Document) -> tuple[Zone, ...]:
    """Return the zones of one record that have text; two queries."""
    return zones_of_each([document])[0]


def zones_of_each(documents: Sequence[Document]) -> list[tuple[Zone, ...]]:
    """Return the zones of each record that have text, in two queries for all.

    Captions and keywords are joined by line ends.
    """
    ids = [document.pk for document in documents]
    images = Image.objects.filter(document__in=ids).exclude(caption="")
    captions = _by_record(images.order_by("position", "pk").values_list("document", "caption"))
    items = KeywordItem.objects.filter(content_object__in=ids)
    keywords = _by_record(items.values_list("content_object", "tag__name"))
    return [_zones(one, captions[one.pk], sorted(keywords[one.pk])) for one in documents]


def _by_record(rows: Iterable[tuple[int, str]]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for document_id, text in rows:
        found[document_id].append(text)
    return found


def _zones(
    document: Document, captions: Sequence[str], keywords: Sequence[str]
) -> tuple[Zone, ...]:
    texts = (
        ("title", document.title),
        ("abstract", document.abstract),
        ("body", document.body),
        ("restricted", document.restricted_body),
        ("caption", "\n\n".join(captions)),
        ("keywords", "\n".join(keywords)),
    )
    return zones_with(texts, document.related_titles)
