"""What texts leave open: places of several meanings, and citations that nothing resolves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, Count, FloatField, Min, Value, When
from rapidfuzz import fuzz

from documents.curation.citing import cited_records
from documents.gazetteer.title import TITLED
from documents.models import Document, Mention, Topic
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from django.db.models import QuerySet

# How sure it is that the words cite a document at all.
SURENESS = {"number": 0.95, "title": 0.9, "untitled": 0.6}
ALIKE = 60
"""Of 100, by rapidfuzz's ratio: titles that differ in some words."""


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name of a record with its first sentence, and what it may mean, the likeliest first.

    `elsewhere` counts the other records whose text leaves the same citation open.
    """

    mention: Mention
    topics: tuple[Topic, ...] = ()
    records: tuple[Document, ...] = ()
    elsewhere: int = 0

    @property
    def numbered(self) -> list[tuple[int, Topic | Document]]:
        """Return what it may mean with the key that says so; a record that is cited comes first."""
        return list(enumerate((*self.records, *self.topics), 1))


def open_places() -> QuerySet[Mention]:
    """Return the first mention of each name that may mean several places, the clearest first."""
    several = _open().exclude(kind=Mention.Kind.INSTRUMENT)
    counted = several.annotate(meanings=Count("candidates")).filter(meanings__gt=1)
    questions = _once(counted).annotate(meanings=Count("candidates"))
    return questions.order_by("meanings", "document", "pk")


def open_citations() -> QuerySet[Mention]:
    """Return the first mention of each citation that nothing resolves, the surest first."""
    sure = [When(rule=rule, then=Value(share)) for rule, share in SURENESS.items()]
    sureness = Case(*sure, default=Value(0.5), output_field=FloatField())
    questions = _once(_cited()).annotate(sureness=sureness)
    return questions.order_by("-sureness", "document", "pk")


def with_places(mentions: Sequence[Mention]) -> list[OpenName]:
    """Return places with their candidates; those in a place the record is linked to come first."""
    ids = {one.topic_id for mention in mentions for one in mention.candidates.all()}
    topics = Topic.objects.filter(pk__in=ids).select_related("parent").labelled().in_bulk()
    asked = []
    for mention in mentions:
        linked = {link.topic_id for link in mention.document.links.all()}
        meant = [topics[one.topic_id] for one in mention.candidates.all() if one.topic_id in topics]
        meant.sort(key=lambda topic: (topic.parent_id not in linked, topic.pk))
        asked.append(OpenName(mention, tuple(meant)))
    return asked


def with_citations(mentions: Sequence[Mention]) -> list[OpenName]:
    """Return citations with the records of that title or number, and instruments it may mean."""
    counts = _counts({mention.surface for mention in mentions})
    return [
        OpenName(
            mention,
            tuple(_instruments(mention))[:5],
            tuple(cited_records(mention)),
            counts.get(mention.surface, 1) - 1,
        )
        for mention in mentions
    ]


def _counts(surfaces: Collection[str]) -> dict[str, int]:
    """Return how many records leave each of these citations open."""
    cited = _cited().filter(surface__in=surfaces).order_by()
    return dict(cited.values_list("surface").annotate(Count("document", distinct=True)))


def _instruments(mention: Mention) -> Iterator[Topic]:
    """Give the instruments of the record; where a title is cited, only those of a like name."""
    for link in mention.document.links.all():
        if link.topic.facet == Topic.Facet.INSTRUMENT and (
            mention.rule != TITLED or _is_alike(mention.surface, link.topic)
        ):
            yield link.topic


def _is_alike(surface: str, topic: Topic) -> bool:
    cited = fold(surface).strip('《》“”" ')
    return any(fuzz.ratio(cited, fold(one.name)) >= ALIKE for one in topic.names.all())


def _cited() -> QuerySet[Mention]:
    return _open().filter(kind=Mention.Kind.INSTRUMENT, candidates=None)


def _open() -> QuerySet[Mention]:
    found = Mention.objects.filter(status=Mention.Status.FOUND).exclude(zone=Mention.Zone.FOOTER)
    return found.exclude(document__status__in=Document.GIVEN_UP)


def _once(open_mentions: QuerySet[Mention]) -> QuerySet[Mention]:
    """Return the first of the mentions of each name of a record, with all that is shown."""
    same = Mention.objects.filter(pk__in=open_mentions.order_by().values("pk"))
    firsts = same.order_by().values("document", "kind", "surface").annotate(first=Min("pk"))
    chosen = Mention.objects.filter(pk__in=firsts.values("first")).select_related("document")
    return chosen.prefetch_related("candidates", "document__links__topic__names")
