"""How each vocabulary model meets its shipped rows: its key, its editable values, its owners."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, override

from documents.models import Membership, Place, Source, SourceName, Topic, TopicName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from documents.curation.shipment import Key, Record, Row

type Ids = dict[Key, int]


class MissingOwnerError(LookupError):
    """The topic or source that a row belongs to is gone, so the row cannot be made."""


class Table[M: Any]:
    """One model. `retires` says that rows go when the files no longer hold them.

    `ids` maps the keys of topics (facet, slug) and of sources (slug,) to primary keys.
    """

    vocabulary: str
    model: type[M]
    owners: tuple[str, ...] = ()
    retires = False

    def stored(self) -> Iterable[M]:
        rows: QuerySet[Any] = self.model.objects.all()
        return rows.select_related(*self.owners) if self.owners else rows

    def key_of(self, row: M) -> Key:
        raise NotImplementedError

    def values_of(self, row: M, names: Iterable[str]) -> Record:
        """Return the present values under the names that the files use."""
        return {name: getattr(row, name) for name in names}

    def fields_of(self, row: Row, ids: Ids) -> Record:
        """Return a shipped row as model fields; raises MissingOwnerError."""
        raise NotImplementedError


class TopicTable(Table[Topic]):
    vocabulary = "topic"
    model = Topic
    owners = ("parent",)

    @override
    def key_of(self, row: Topic) -> Key:
        return (row.facet, row.slug)

    @override
    def values_of(self, row: Topic, names: Iterable[str]) -> Record:
        return super().values_of(row, names) | {
            "parent": row.parent.slug if row.parent else "",
            "issued_on": row.issued_on.isoformat() if row.issued_on else None,
        }

    @override
    def fields_of(self, row: Row, ids: Ids) -> Record:
        facet, slug = row.key
        fields = {name: value for name, value in row.values.items() if name != "parent"}
        issued, parent = row.values["issued_on"], row.values["parent"]
        return fields | {
            "facet": facet,
            "slug": slug,
            "issued_on": date.fromisoformat(issued) if issued else None,
            "parent_id": _owner(ids, (facet, parent)) if parent else None,
        }


class PlaceTable(Table[Place]):
    vocabulary = "place"
    model = Place
    owners = ("topic",)

    @override
    def key_of(self, row: Place) -> Key:
        return (row.topic.slug,)

    @override
    def fields_of(self, row: Row, ids: Ids) -> Record:
        return row.values | {"topic_id": _owner(ids, (Topic.Facet.REGION, row.key[0]))}


class NameTable(Table[TopicName]):
    vocabulary = "name"
    model = TopicName
    owners = ("topic",)
    retires = True

    @override
    def key_of(self, row: TopicName) -> Key:
        return (row.topic.facet, row.topic.slug, row.language, row.name)

    @override
    def values_of(self, row: TopicName, names: Iterable[str]) -> Record:
        return {"role": row.role} | ({"narrower": row.narrower} if row.narrower else {})

    @override
    def fields_of(self, row: Row, ids: Ids) -> Record:
        _, _, language, name = row.key
        owner = {"topic_id": _owner(ids, row.key[:2])}
        return {"narrower": ""} | row.values | owner | {"language": language, "name": name}


class MembershipTable(Table[Membership]):
    vocabulary = "membership"
    model = Membership
    owners = ("whole", "part")
    retires = True

    @override
    def key_of(self, row: Membership) -> Key:
        return (row.whole.facet, row.whole.slug, row.part.slug)

    @override
    def fields_of(self, row: Row, ids: Ids) -> Record:
        whole = _owner(ids, row.key[:2])
        part = _owner(ids, (Topic.Facet.REGION, row.key[2]))
        return row.values | {"whole_id": whole, "part_id": part}


class SourceTable(Table[Source]):
    vocabulary = "source"
    model = Source

    @override
    def key_of(self, row: Source) -> Key:
        return (row.slug,)

    @override
    def fields_of(self, row: Row, ids: Ids) -> Record:
        return row.values | {"slug": row.key[0]}


class SourceNameTable(Table[SourceName]):
    vocabulary = "source-name"
    model = SourceName
    owners = ("source",)

    @override
    def key_of(self, row: SourceName) -> Key:
        return (row.source.slug, row.name)

    @override
    def fields_of(self, row: Row, ids: Ids) -> Record:
        return {"source_id": _owner(ids, row.key[:1]), "name": row.key[1]}


# In this order: a row's owners come before it.
TABLES: tuple[Table[Any], ...] = (
    TopicTable(),
    PlaceTable(),
    NameTable(),
    MembershipTable(),
    SourceTable(),
    SourceNameTable(),
)


def read_ids() -> Ids:
    """Read the primary keys of all owners, in two queries."""
    topics = Topic.objects.values_list("facet", "slug", "pk")
    sources = Source.objects.values_list("slug", "pk")
    return {(facet, slug): pk for facet, slug, pk in topics} | {(slug,): pk for slug, pk in sources}


def _owner(ids: Ids, key: Key) -> int:
    try:
        return ids[key]
    except KeyError as error:
        raise MissingOwnerError(" ".join(key)) from error
