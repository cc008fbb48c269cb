from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.models import (
    Author,
    Authorship,
    Image,
    IndexJob,
    IssuingBody,
    SourceName,
    Topic,
    TopicName,
)
from documents.search import indexing
from tests.build import a_document, a_link, a_source, a_topic

if TYPE_CHECKING:
    from documents.models import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    """A record with one of everything, whose index entry is up to date."""
    document = a_document(source=a_source(), source_basis="stated")
    province = a_topic("shandong")
    a_link(document, a_topic("jinan", parent=province))
    Authorship.objects.create(
        document=document, author=Author.objects.create(name="Wang Qian"), position=0
    )
    IssuingBody.objects.create(document=document, name="State Council", position=0)
    Image.objects.create(document=document, caption="A port", position=0)
    document.keywords.add("ports")
    document.tags.add("urgent")
    indexing.drain()
    return document


def is_queued(document: Document) -> bool:
    return IndexJob.objects.filter(document_id=document.pk).exists()


def test_saving_the_record_queues_it(document: Document) -> None:
    document.save()
    assert is_queued(document)


@pytest.mark.parametrize("name", ["links", "authorships", "issuing_bodies", "images"])
def test_saving_or_deleting_a_part_queues_its_record(document: Document, name: str) -> None:
    part = getattr(document, name).get()
    part.save()
    assert is_queued(document)
    indexing.drain()
    part.delete()
    assert is_queued(document)


@pytest.mark.parametrize("name", ["tags", "keywords"])
def test_tagging_and_renaming_a_tag_queue_the_record(document: Document, name: str) -> None:
    tag = getattr(document, name).get()
    tag.name = "renamed"
    tag.save()
    assert is_queued(document)
    indexing.drain()
    getattr(document, name).remove(tag)
    assert is_queued(document)


def test_deleting_a_tag_queues_what_it_stood_on(document: Document) -> None:
    document.tags.get().delete()
    assert is_queued(document)


def test_renaming_an_author_or_the_source_queues_the_record(document: Document) -> None:
    Author.objects.get().save()
    assert is_queued(document)
    indexing.drain()
    a_source().save()
    assert is_queued(document)
    indexing.drain()
    SourceName.objects.create(source=a_source(), name="IoT")
    assert is_queued(document)


def test_moving_a_topic_queues_the_records_below_it(document: Document) -> None:
    province = Topic.objects.get(slug="shandong")
    province.parent = a_topic("china")
    province.save()
    assert is_queued(document)


def test_renaming_a_topic_queues_nothing(document: Document) -> None:
    topic = Topic.objects.get(slug="jinan")
    TopicName.objects.filter(topic=topic).get().save()
    topic.intro_en = "Capital of Shandong"
    topic.save()
    assert not is_queued(document)
