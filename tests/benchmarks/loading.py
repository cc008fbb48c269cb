"""Writes the records to measure with into the database."""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING

from django.core.management import call_command

from documents.models import Document, Source, Topic, TopicLink, TopicName
from tests.benchmarks.corpus import SOURCES, TOPICS, VISIBLE, records

if TYPE_CHECKING:
    from tests.benchmarks.corpus import Made

BATCH = 2000


def load(count: int) -> None:
    """Make `count` published records with links, unless they are there already."""
    call_command("migrate", verbosity=0)
    if Document.objects.count() == count:
        return
    sources = [_source(number) for number in range(SOURCES)]
    topics = {
        (facet, number): _topic(facet, number)
        for facet, size in TOPICS.items()
        for number in range(size)
    }
    for batch in batched(records(count), BATCH):
        Document.objects.bulk_create([_document(made, sources) for made in batch])
        TopicLink.objects.bulk_create(
            TopicLink(document_id=made.number, topic=topics[key], status="accepted", quote="…")
            for made in batch
            for key in made.topics
        )


def _source(number: int) -> Source:
    return Source.objects.create(slug=f"source-{number}", name=f"Source {number}")


def _topic(facet: str, number: int) -> Topic:
    sense = "city" if facet == "cluster" else ""
    topic = Topic.objects.create(facet=facet, slug=f"{facet}-{number}", sense=sense)
    TopicName.objects.create(
        topic=topic, language="en", name=f"{facet} {number}", role=TopicName.Role.PREFERRED
    )
    return topic


def _document(made: Made, sources: list[Source]) -> Document:
    return Document(
        pk=made.number,
        title=made.title,
        body=made.body,
        kind=made.kind,
        source=sources[made.source],
        source_basis="stated",
        status="published",
        visible_from=VISIBLE,
        published_at=VISIBLE,
        sorted_on=made.sorted_on,
        sorted_role="posted",
    )
