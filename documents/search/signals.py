"""The one place with signals: whatever changes a record, by any door, queues its index entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from taggit.models import Tag

from documents.models import (
    Author,
    Authorship,
    DatedFact,
    Document,
    Image,
    IssuingBody,
    KeywordItem,
    Source,
    SourceName,
    TagItem,
    Topic,
    TopicLink,
    TopicName,
)
from documents.search.indexing import enqueue, enqueue_many
from documents.search.labels import forget_labels
from documents.search.sources import forget_sources

if TYPE_CHECKING:
    from django.db.models import Model

PARTS: tuple[type[Model], ...] = (TopicLink, Authorship, IssuingBody, Image, DatedFact)
ITEMS = (KeywordItem, TagItem)
PROXIES: tuple[type[Model], ...] = (Topic, *Topic.__subclasses__())


def connect() -> None:
    """Listen to every model that an index entry is made from."""
    _listen(_document_changed, Document)
    for part in PARTS:
        _listen(_part_changed, part)
    for item in ITEMS:
        _listen(_item_changed, item)
    _listen(_source_named, SourceName)
    for model, read in ((Source, "source"), (Author, "authorships__author")):
        post_save.connect(
            partial(_shared_changed, read), sender=model, weak=False, dispatch_uid=f"index-{read}"
        )
    post_save.connect(_tag_changed, sender=Tag, dispatch_uid="index-tag")
    pre_delete.connect(_tag_changed, sender=Tag, dispatch_uid="index-tag-gone")
    for signal in (post_save, post_delete):
        signal.connect(_topic_named, sender=TopicName, dispatch_uid="labels")
        signal.connect(_source_changed, sender=Source, dispatch_uid="sources")
    for topic in PROXIES:
        pre_save.connect(_topic_changing, sender=topic, dispatch_uid="index-topic")


def _listen(receiver: Any, model: type[Model]) -> None:
    uid = f"index-{model.__name__}"
    post_save.connect(receiver, sender=model, dispatch_uid=uid)
    post_delete.connect(receiver, sender=model, dispatch_uid=uid)


def _document_changed(instance: Document, **_: Any) -> None:
    enqueue(instance.pk)


def _part_changed(instance: Any, **_: Any) -> None:
    enqueue(instance.document_id)


def _item_changed(instance: Any, **_: Any) -> None:
    enqueue(instance.content_object_id)


def _source_named(instance: SourceName, **_: Any) -> None:
    enqueue_many(Document.objects.filter(source=instance.source_id).values_list("pk", flat=True))


def _shared_changed(read: str, *, instance: Model, created: bool, **_: Any) -> None:
    """Queue every record that shows a source or an author, whose name may have changed."""
    if not created:
        found = Document.objects.filter(**{read: instance})
        enqueue_many(found.values_list("pk", flat=True))


def _tag_changed(instance: Tag, **_: Any) -> None:
    for item in ITEMS:
        tagged = item.objects.filter(tag=instance)
        enqueue_many(tagged.values_list("content_object", flat=True))


def _topic_named(**_: Any) -> None:
    forget_labels()


def _source_changed(**_: Any) -> None:
    forget_sources()


def _topic_changing(instance: Topic, **_: Any) -> None:
    """Queue the records under a topic that gets another parent; its names are not indexed."""
    before = Topic.objects.filter(pk=instance.pk).values_list("parent", flat=True).first()
    if before != instance.parent_id:
        enqueue_many(_documents_below(instance.pk))


def _documents_below(topic_id: int) -> set[int]:
    below = found = {topic_id}
    while found:
        found = set(Topic.objects.filter(parent__in=found).values_list("pk", flat=True)) - below
        below = below | found
    links = TopicLink.objects.accepted().filter(topic__in=below)
    return set(links.values_list("document", flat=True))
