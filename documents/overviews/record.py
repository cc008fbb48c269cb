"""What the page of one record shows to one viewer, loaded with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from documents.gazetteer import proving
from documents.models import (
    Document,
    Mention,
    OldAddress,
    Relation,
    Topic,
    TopicLink,
)
from documents.overviews import versions
from documents.overviews.listed import ListedRecord
from documents.overviews.record_parts import Parts, load_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from documents.models import Visibility


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place of a text, and the topic that it was settled to mean."""

    start: int
    end: int
    topic: Topic


@dataclass(frozen=True, slots=True)
class Related:
    """Another record and the verb that leads to it, with the quote that says so."""

    kind: str
    verb: str
    document: Document
    quote: str
    quote_language: str

    @property
    def is_version(self) -> bool:
        """Whether both records are one text in two forms, so that they can stand side by side."""
        return self.kind in versions.KINDS


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link to a topic and the sentences that carry it; a curator's own link may have none.

    `surfaces` are the names as they are written in the sentences.
    """

    link: TopicLink
    topic: Topic
    quotes: tuple[str, ...]
    surfaces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RecordPage:
    """`names` has the underlined names of each zone; all is empty while the text is embargoed."""

    document: Document
    is_embargoed: bool
    shows_restricted: bool
    evidence: tuple[Evidence, ...]
    names: Mapping[str, Sequence[Name]]
    relations: tuple[Related, ...]
    parts: Parts

    @property
    def links(self) -> list[TopicLink]:
        """The public links, each with its topic."""
        return [each.link for each in self.evidence]

    @property
    def listed(self) -> ListedRecord:
        """The record as a row of a list, for the line above its title."""
        exact = (fact.precision for fact in self.parts.facts if fact.on == self.document.sorted_on)
        return ListedRecord(
            self.document, precision=next(exact, "day"), is_embargoed=self.is_embargoed
        )

    @property
    def versions(self) -> list[Document]:
        """The same text in other languages."""
        return [
            related.document
            for related in self.relations
            if related.is_version and related.document.language != self.document.language
        ]

    @property
    def topics(self) -> dict[str, list[Topic]]:
        """The linked topics of each facet that has any."""
        groups = self.evidence_by_facet.items()
        return {facet: [each.topic for each in group] for facet, group in groups}

    @property
    def evidence_by_facet(self) -> dict[str, list[Evidence]]:
        """The evidence of each facet that has any, in the order of the facets."""
        grouped: dict[str, list[Evidence]] = {}
        for each in self.evidence:
            grouped.setdefault(each.topic.facet, []).append(each)
        return grouped


def record_page(pk: int, visibility: Visibility) -> RecordPage:
    """Return all that the page shows; raises `Document.DoesNotExist` where nothing may be shown."""
    visible = Document.objects.visible_to(visibility)
    document = visible.select_related("source", "heavy_terms").get(pk=pk)
    embargoed = document.is_embargoed(visibility.now)
    links = [] if embargoed else _links(document, visibility)
    mentions = _mentions(document, links, visibility)
    parts = load_parts(document, visibility)
    return RecordPage(
        document=document,
        is_embargoed=embargoed,
        shows_restricted=visibility.reads_licensed and bool(document.restricted_body),
        evidence=_evidence(links, mentions),
        names=_names(links, mentions),
        relations=_relations(document, visibility) if parts.has_relations and not embargoed else (),
        parts=Parts(facts=parts.facts) if embargoed else parts,
    )


def find_removal(pk: int, now: datetime) -> str | None:
    """Return why a record that was public is so no more, which may be empty; None for any other.

    A record that was given up before it became visible has no moment from which it was.
    """
    gone = Document.objects.filter(pk=pk, visible_from__lte=now, published_at__isnull=False)
    hidden = gone.exclude(status=Document.Status.PUBLISHED).first()
    if hidden is None:
        return None
    return hidden.withdrawn_reason if hidden.status == Document.Status.WITHDRAWN else ""


def present_record(pk: int, visibility: Visibility) -> Document | None:
    """Return the record that a merged one became, if the viewer may see it; None for any other.

    One that was given up before anybody could see it leads nowhere: that it was there shows nobody.
    """
    present = OldAddress.objects.present_record(pk)
    if present is None or find_removal(pk, visibility.now) is None:
        return None
    return Document.objects.visible_to(visibility).filter(pk=present).first()


def _links(document: Document, visibility: Visibility) -> list[TopicLink]:
    """Return the links facet by facet, what the record is most about first."""
    links = document.links.filter(visibility.links()).order_by(
        "-mention_count", "-confidence", "pk"
    )
    order = Topic.Facet.values
    return sorted(links.with_topics(), key=lambda link: order.index(link.topic.facet))


def _mentions(
    document: Document, links: Sequence[TopicLink], visibility: Visibility
) -> list[tuple[Mention, int]]:
    """Return the mentions that carry some links, each with the id of its link."""
    carried = TopicLink.mentions.through.objects.filter(
        topiclink__in=list(links), mention__document=document
    )
    kept = carried.exclude(mention__status=Mention.Status.REJECTED).select_related("mention")
    if not visibility.reads_licensed:
        kept = kept.exclude(mention__zone=Mention.Zone.RESTRICTED)
    return [(row.mention, row.topiclink_id) for row in kept]


def _evidence(
    links: Sequence[TopicLink], mentions: Sequence[tuple[Mention, int]]
) -> tuple[Evidence, ...]:
    by_link: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention, link in mentions:
        by_link[link].append(mention)
    return tuple(
        Evidence(
            link,
            link.topic,
            _quotes(link),
            frozenset(mention.surface for mention in proving(by_link[link.pk])),
        )
        for link in links
    )


def _quotes(link: TopicLink) -> tuple[str, ...]:
    """Return the sentences of a link in order; older links have one only."""
    quotes = [str(quote["quote"]) for quote in link.quotes if quote.get("quote")]
    if not quotes and link.quote:
        quotes = [link.quote]
    return tuple(dict.fromkeys(quotes))


def _names(
    links: Sequence[TopicLink], mentions: Sequence[tuple[Mention, int]]
) -> dict[str, list[Name]]:
    topics = {link.pk: link.topic for link in links}
    names: defaultdict[str, list[Name]] = defaultdict(list)
    for mention, link in mentions:
        names[mention.zone].append(Name(mention.start, mention.end, topics[link]))
    return dict(names)


def _relations(document: Document, visibility: Visibility) -> tuple[Related, ...]:
    relations = Relation.objects.filter(
        Q(subject=document) & visibility.listed("object__")
        | Q(object=document) & visibility.listed("subject__"),
        status=Relation.Status.ACCEPTED,
    ).exclude(kind=Relation.Kind.SEE_ALSO)
    relations = relations.select_related("subject__source", "object__source")
    return tuple(
        Related(
            relation.kind,
            relation.get_kind_display(),
            relation.object,
            relation.quote,
            document.language,
        )
        if relation.subject_id == document.pk
        else Related(
            relation.kind,
            relation.reverse_verb,
            relation.subject,
            # The quote is the subject's text, which may still be under embargo.
            "" if relation.subject.is_embargoed(visibility.now) else relation.quote,
            relation.subject.language,
        )
        for relation in relations
    )
