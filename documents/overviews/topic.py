"""What the page of a region, cluster, theme or instrument shows, besides its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from documents.models import Document, Membership, Topic, TopicName
from documents.overviews.figures import TopicFigures, figures_of_topic
from documents.overviews.holdings import Holdings, load_holdings
from documents.overviews.home import Entry
from documents.overviews.inventory import counts_in
from documents.overviews.lift import Lift, lifts_of
from documents.overviews.listed import ListedRecord, list_records
from documents.overviews.rising import Gain, Rise, gains

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from documents.models import Visibility
    from documents.overviews.inventory import Records

NEWEST = 10
TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Member:
    """One side of a membership, with the records of the topic on that side."""

    topic: Topic
    membership: Membership
    count: int


@dataclass(frozen=True, slots=True)
class KindCount:
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Together:
    """The topics of one facet that stand on the same records, most first."""

    facet: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A topic that stands beside the page's, and how much more often than by chance."""

    topic: Topic
    lift: Lift


@dataclass(frozen=True, slots=True)
class TopicPage:
    """`on_members` counts the records of the members, a cluster's second figure.

    `often` and `seldom` are the topics whose lift beside this one tells something, among the `base`
    of all records.
    """

    topic: Topic
    total: int
    base: int
    on_members: int
    ancestors: tuple[Topic, ...]
    children: tuple[Entry, ...]
    members: tuple[Member, ...]
    part_of: tuple[Member, ...]
    years: Mapping[int, int]
    kinds: tuple[KindCount, ...]
    together: tuple[Together, ...]
    often: tuple[Beside, ...]
    seldom: tuple[Beside, ...]
    rises: tuple[Rise, ...]
    figures: TopicFigures
    newest: tuple[ListedRecord, ...]

    @property
    def also_called(self) -> list[TopicName]:
        """The alternative names; hidden ones are for matching only."""
        return [name for name in self.topic.names.all() if name.role == TopicName.Role.ALTERNATIVE]


def topic_page(facet: str, slug: str, visibility: Visibility) -> TopicPage:
    """Return the page of a topic for one viewer; raises `Topic.DoesNotExist`."""
    holdings = load_holdings(visibility)
    pk = holdings.find(facet, slug)
    if pk is None:
        raise Topic.DoesNotExist
    memberships = list(Membership.objects.filter(Q(whole=pk) | Q(part=pk)))
    together = _together(pk, holdings)
    above = holdings.above(pk)
    belonging = _belonging(pk, memberships, holdings)
    lifts = lifts_of(pk, holdings, belonging)
    gained = _gained(pk, holdings, belonging, visibility)
    wanted = {pk, *above, *together, *lifts.topics, *(gain.topic for gain in gained)}
    known = _load(wanted, pk, memberships)
    found = known[pk]
    records = holdings.of(found)
    return TopicPage(
        topic=found,
        total=records.bit_count(),
        base=holdings.total,
        on_members=_on_members(found, memberships, holdings).bit_count(),
        ancestors=tuple(known[pk] for pk in reversed(above)),
        children=_children(found, known.values(), holdings),
        members=_members(found, memberships, known, holdings),
        part_of=_part_of(found, memberships, known, holdings),
        years=counts_in(records, holdings.years),
        kinds=_kinds(counts_in(records, holdings.kinds)),
        together=_grouped(together, known),
        often=tuple(Beside(known[lift.topic], lift) for lift in lifts.often),
        seldom=tuple(Beside(known[lift.topic], lift) for lift in lifts.seldom),
        rises=tuple(Rise(known[one.topic], one.now, one.before) for one in gained),
        figures=figures_of_topic(found, visibility),
        newest=_newest(records, holdings, visibility),
    )


def _belonging(topic: int, memberships: Iterable[Membership], holdings: Holdings) -> set[int]:
    """Return a topic with all that holds it, lies in it, or is joined to it as a member."""
    within = {pk for pk in holdings.direct if topic in holdings.above(pk)}
    joined = {pk for one in memberships for pk in (one.whole_id, one.part_id)}
    return {topic, *holdings.above(topic), *within, *joined}


def _gained(
    topic: int, holdings: Holdings, without: set[int], visibility: Visibility
) -> tuple[Gain, ...]:
    """Return the themes that rose beside a topic; one record alone is no rise."""
    themes = (
        pk
        for pk in holdings.direct
        if holdings.facets[pk] == Topic.Facet.THEME and pk not in without
    )
    records = holdings.topics.get(topic, 0)
    found = gains(holdings, themes, records, visibility.now.date())
    return tuple(gain for gain in found if gain.now > 1)


def _load(wanted: set[int], parent: int, memberships: Iterable[Membership]) -> dict[int, Topic]:
    """Return every topic the page names, children of `parent` included, with two queries."""
    for membership in memberships:
        wanted |= {membership.whole_id, membership.part_id}
    topics = Topic.objects.filter(Q(pk__in=wanted) | Q(parent=parent))
    return {one.pk: one for one in topics.select_related("place").with_names()}


def _children(topic: Topic, known: Iterable[Topic], holdings: Holdings) -> tuple[Entry, ...]:
    children = [one for one in known if one.parent_id == topic.pk]
    return tuple(Entry(child, holdings.of(child).bit_count()) for child in children)


def _members(
    topic: Topic,
    memberships: Iterable[Membership],
    known: Mapping[int, Topic],
    holdings: Holdings,
) -> tuple[Member, ...]:
    return tuple(
        Member(part, membership, holdings.of(part).bit_count())
        for membership in memberships
        if membership.whole_id == topic.pk and (part := known[membership.part_id])
    )


def _part_of(
    topic: Topic,
    memberships: Iterable[Membership],
    known: Mapping[int, Topic],
    holdings: Holdings,
) -> tuple[Member, ...]:
    return tuple(
        Member(whole, membership, holdings.of(whole).bit_count())
        for membership in memberships
        if membership.part_id == topic.pk and (whole := known[membership.whole_id])
    )


def _on_members(topic: Topic, memberships: Iterable[Membership], holdings: Holdings) -> Records:
    records = 0
    for membership in memberships:
        if membership.whole_id == topic.pk:
            records |= holdings.topics.get(membership.part_id, 0)
    return records


def _together(topic: int, holdings: Holdings) -> dict[int, int]:
    """Return the topics with most shared records, a few of each facet, as topic id to count.

    A topic counts with what is below it, as in a search, but appears only where a record names it:
    the country holds every record of its provinces, which says nothing.
    """
    records = holdings.topics.get(topic, 0)
    family = {topic, *holdings.above(topic)}
    shared = counts_in(records, holdings.topics)
    chosen: dict[int, int] = {}
    taken: dict[str, int] = {}
    for pk, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        facet = holdings.facets[pk]
        is_named = holdings.direct.get(pk, 0) & records
        below = holdings.parents.get(pk) == topic
        if pk in family or below or not is_named or taken.get(facet, 0) >= TOGETHER:
            continue
        taken[facet] = taken.get(facet, 0) + 1
        chosen[pk] = count
    return chosen


def _grouped(together: Mapping[int, int], known: Mapping[int, Topic]) -> tuple[Together, ...]:
    entries = [Entry(known[pk], count) for pk, count in together.items()]
    return tuple(
        Together(str(facet), tuple(entry for entry in entries if entry.topic.facet == facet))
        for facet in Topic.Facet
    )


def _kinds(counts: Mapping[str, int]) -> tuple[KindCount, ...]:
    return tuple(KindCount(str(kind), counts[kind]) for kind in Document.Kind if kind in counts)


def _newest(
    records: Records, holdings: Holdings, visibility: Visibility
) -> tuple[ListedRecord, ...]:
    ids = holdings.newest(records, NEWEST)
    return list_records(Document.objects.for_lists().in_order(ids), visibility)
