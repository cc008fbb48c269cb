"""Free words on a record: the publisher's keywords and the curators' tags, on one Tag table."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, Tag


class KeywordItem(ItemBase):  # type: ignore[misc]
    """A keyword that the publisher printed on the page."""

    tag = models.ForeignKey(
        Tag, on_delete=models.CASCADE, related_name="keyword_items", verbose_name=_("tag")
    )
    content_object = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="keyword_items",
        verbose_name=_("document"),
    )

    class Meta:
        verbose_name = _("publisher's keyword")
        verbose_name_plural = _("publisher's keywords")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="keyword_item_once")
        ]


class TagItem(ItemBase):  # type: ignore[misc]
    """A tag that a curator set."""

    tag = models.ForeignKey(
        Tag, on_delete=models.CASCADE, related_name="tag_items", verbose_name=_("tag")
    )
    content_object = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="tag_items",
        verbose_name=_("document"),
    )

    class Meta:
        verbose_name = _("curators' tag")
        verbose_name_plural = _("curators' tags")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="tag_item_once")
        ]
