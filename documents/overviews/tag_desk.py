"""The tags as the vocabulary desk lists them: counts, near names, unused ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from django.db.models import Count, F
from taggit.models import Tag

from documents.overviews.alike import alike

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 2000
NEAR_AMONG = 1000


@dataclass(frozen=True, slots=True)
class TagRow:
    tag: Tag
    keyword_count: int
    tag_count: int

    @property
    def total(self) -> int:
        return self.keyword_count + self.tag_count


def tag_rows(text: str = "") -> list[TagRow]:
    """Return tags whose name holds a text, those on most records first."""
    tags = Tag.objects.filter(name__icontains=text) if text else Tag.objects.all()
    counted = tags.annotate(
        as_keyword=Count("keyword_items", distinct=True), as_tag=Count("tag_items", distinct=True)
    ).order_by((-F("as_keyword") - F("as_tag")), "name")[:MOST]
    return [TagRow(tag, tag.as_keyword, tag.as_tag) for tag in counted]


def near_pairs(rows: Sequence[TagRow]) -> list[tuple[TagRow, TagRow]]:
    """Return pairs of tags that look like two spellings of one, the one on fewer records first."""
    rows = rows[:NEAR_AMONG]
    found = alike([row.tag.name for row in rows])
    return [(rows[other], rows[one]) for one, other in islice(found, 50)]
