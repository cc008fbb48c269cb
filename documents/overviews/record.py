"""What the page of one record shows to one viewer, loaded with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from documents.models import (
    Authorship,
    DatedFact,
    Document,
    Image,
    IssuingBody,
    Mention,
    Relation,
    Topic,
    TopicLink,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from documents.models import Visibility

TEXT_ZONES = (Mention.Zone.ABSTRACT, Mention.Zone.BODY, Mention.Zone.RESTRICTED)


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place of a text, and the topic that it was settled to mean."""

    start: int
    end: int
    topic: Topic


@dataclass(frozen=True, slots=True)
class Related:
    """Another record and the verb that leads to it, with the quote that says so."""

    verb: str
    document: Document
    quote: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """`names` has the underlined names of each zone; all is empty while the text is embargoed."""

    document: Document
    is_embargoed: bool
    shows_restricted: bool
    authorships: tuple[Authorship, ...]
    issuing_bodies: tuple[IssuingBody, ...]
    facts: tuple[DatedFact, ...]
    images: tuple[Image, ...]
    links: tuple[TopicLink, ...]
    names: Mapping[str, Sequence[Name]]
    relations: tuple[Related, ...]

    @property
    def shown_precision(self) -> str:
        """How exactly the date that the record is sorted by is known."""
        exact = (fact.precision for fact in self.facts if fact.on == self.document.sorted_on)
        return next(exact, "day")

    @property
    def topics(self) -> dict[str, list[Topic]]:
        """The linked topics of each facet that has any."""
        grouped: dict[str, list[Topic]] = {}
        for link in self.links:
            grouped.setdefault(link.topic.facet, []).append(link.topic)
        return {facet: grouped[facet] for facet in Topic.Facet.values if facet in grouped}


def record_page(pk: int, visibility: Visibility) -> RecordPage:
    """Return all that the page shows; raises `Document.DoesNotExist` where nothing may be shown."""
    document = (
        Document.objects.visible_to(visibility)
        .select_related("source")
        .prefetch_related("tags", "keywords")
        .get(pk=pk)
    )
    embargoed = document.is_embargoed(visibility.now)
    links = () if embargoed else _links(document, visibility)
    return RecordPage(
        document=document,
        is_embargoed=embargoed,
        shows_restricted=visibility.reads_licensed and bool(document.restricted_body),
        authorships=tuple(document.authorships.select_related("author")),
        issuing_bodies=tuple(document.issuing_bodies.all()),
        facts=tuple(document.dated_facts.all()),
        images=() if embargoed else tuple(document.images.all()),
        links=links,
        names=_names(document, links),
        relations=() if embargoed else _relations(document, visibility),
    )


def _links(document: Document, visibility: Visibility) -> tuple[TopicLink, ...]:
    links = list(
        document.links.filter(visibility.links()).order_by("-mention_count", "-confidence", "pk")
    )
    topics = {
        topic.pk: topic
        for topic in Topic.objects.filter(pk__in=[link.topic_id for link in links]).labelled()
    }
    order = list(Topic.Facet.values)
    for link in links:
        link.topic = topics[link.topic_id]
    return tuple(sorted(links, key=lambda link: order.index(link.topic.facet)))


def _names(document: Document, links: Sequence[TopicLink]) -> dict[str, list[Name]]:
    topics = {link.pk: link.topic for link in links}
    rows = (
        Mention.objects.filter(document=document, zone__in=TEXT_ZONES, links__in=list(topics))
        .exclude(status=Mention.Status.REJECTED)
        .values_list("zone", "start", "end", "links")
    )
    names: defaultdict[str, list[Name]] = defaultdict(list)
    for zone, start, end, link in rows:
        names[zone].append(Name(start, end, topics[link]))
    return dict(names)


def _relations(document: Document, visibility: Visibility) -> tuple[Related, ...]:
    relations = Relation.objects.filter(
        Q(subject=document) & visibility.listed("object__")
        | Q(object=document) & visibility.listed("subject__"),
        status=Relation.Status.ACCEPTED,
    ).select_related("subject__source", "object__source")
    return tuple(
        Related(relation.get_kind_display(), relation.object, relation.quote)
        if relation.subject_id == document.pk
        else Related(relation.reverse_verb, relation.subject, relation.quote)
        for relation in relations
    )
