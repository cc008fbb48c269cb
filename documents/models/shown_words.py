"""The tags and sources that a viewer may know: a word of hidden records only is hidden too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet
from taggit.models import Tag

from documents.models.document import Document
from documents.models.source import Source
from documents.models.tag import KeywordItem, TagItem

if TYPE_CHECKING:
    from documents.models.visibility import Visibility


def shown_tags(visibility: Visibility) -> QuerySet[Tag]:
    """Return the tags and keywords on a record that the viewer may read."""
    shown = Q()
    for model in (TagItem, KeywordItem):
        items = model.objects.filter(visibility.readable("content_object__"), tag=OuterRef("pk"))
        shown |= Q(Exists(items))
    tags: QuerySet[Tag] = Tag.objects.filter(shown)
    return tags


def shown_sources(visibility: Visibility) -> QuerySet[Source]:
    """Return the sources that the vocabulary ships or that carried a record the viewer may see."""
    carried = Document.objects.filter(visibility.listed(), source=OuterRef("pk"))
    return Source.objects.filter(~Q(shipped_digest="") | Exists(carried))
