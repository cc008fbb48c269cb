"""Shows what a change of names does to the links, and makes it where it matters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _, ngettext

from documents.curation.history import note_topic
from documents.curation.licensed_names import links_of, names_in
from documents.curation.linked_names import relinking_itself
from documents.curation.linking import relink_each
from documents.curation.mention_store import load_stored, with_decisions
from documents.curation.outcome import check_outcome, digest_of
from documents.curation.record_zones import record_zones
from documents.gazetteer import load_changed_names
from documents.models import Document, Mention, Topic, TopicName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from django.contrib.auth.models import User
    from django.db.models import QuerySet

    from documents.gazetteer import Gazetteer

type Pair = tuple[int, int]
"""Document and topic."""

_TEXTS = ("title", "abstract", "body", "restricted_body", "images__caption", "keywords__name")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]{2,}|\d+")


@dataclass(frozen=True, slots=True)
class NameChange:
    """Names that a topic gains and loses; each new one is of `language`, else of its script's."""

    topic: Topic
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    language: str = ""
    role: str = TopicName.Role.ALTERNATIVE.value

    def language_of(self, name: str) -> str:
        return self.language or language_of(name)


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """Links that would come and go, as pairs of document and topic; other topics' too.

    `sentences` has the one that carries a link, where there is one.
    """

    linked: frozenset[Pair] = frozenset()
    unlinked: frozenset[Pair] = frozenset()
    sentences: Mapping[Pair, str] = field(default_factory=dict, compare=False)

    def digest(self, topic: Topic) -> str:
        """Return a mark of this outcome; a topic that is yet to be stored has no number in it."""
        pairs = [
            sorted((document, 0 if pk == topic.pk else pk) for document, pk in each)
            for each in (self.linked, self.unlinked)
        ]
        return digest_of(pairs)

    def __str__(self) -> str:
        """Say it as a curator wants to read it: "links 14 records, unlinks 2"."""
        coming, going = ({pair[0] for pair in pairs} for pairs in (self.linked, self.unlinked))
        if not coming and not going:
            return _("This changes no link.")
        return ngettext(
            "This links %(coming)d record, unlinks %(going)d.",
            "This links %(coming)d records, unlinks %(going)d.",
            len(coming),
        ) % {"coming": len(coming), "going": len(going)}


def preview(change: NameChange) -> LinkPreview:
    """Return exactly what `change_names` would do; nothing is written."""
    return preview_links(affected_by(change), load_changed_names(*_rows(change)))


def preview_links(documents: QuerySet[Document], gazetteer: Gazetteer) -> LinkPreview:
    """Return exactly what relinking records by these names would do; nothing is written."""
    linked: set[Pair] = set()
    unlinked: set[Pair] = set()
    sentences: dict[Pair, str] = {}
    for document in documents.iterator(chunk_size=200):
        proposed = _proposed(document, gazetteer)
        stored = {link.topic_id: link for link in document.links.all()}
        coming = proposed.keys() - stored.keys()
        going = {pk for pk in stored.keys() - proposed.keys() if not stored[pk].is_decided}
        linked |= {(document.pk, topic) for topic in coming}
        unlinked |= {(document.pk, topic) for topic in going}
        sentences |= {(document.pk, topic): proposed[topic] for topic in coming}
        sentences |= {(document.pk, topic): stored[topic].quote for topic in going}
    return LinkPreview(frozenset(linked), frozenset(unlinked), sentences)


@transaction.atomic
@relinking_itself()
def change_names(
    change: NameChange, *, by: User | None, now: datetime, expected: str = ""
) -> LinkPreview:
    """Store a change of names and relink the records it touches; decisions of curators stay.

    `expected` is the digest of the preview that was agreed to: where the outcome differs,
    OtherOutcomeError is raised and nothing is written.
    """
    affected = list(affected_by(change).values_list("pk", flat=True))
    before = names_of(change.topic)
    _store(change)
    linked: set[Pair] = set()
    unlinked: set[Pair] = set()
    for document, changes in relink_each(Document.objects.filter(pk__in=affected)):
        linked |= {(document.pk, topic) for topic in changes.linked}
        unlinked |= {(document.pk, topic) for topic in changes.unlinked}
    outcome = LinkPreview(frozenset(linked), frozenset(unlinked))
    check_outcome(outcome.digest(change.topic), expected)
    after = names_of(change.topic)
    if before != after:
        note_topic(change.topic, "named", {"names": [before, after]}, by=by, now=now)
    return outcome


def names_of(topic: Topic) -> list[str]:
    """Return the names of a topic with language and role, as the history keeps them."""
    rows = TopicName.objects.filter(topic=topic).order_by("language", "name")
    return [f"{row.name} [{row.language}, {row.role}]" for row in rows]


def _store(change: NameChange) -> None:
    preferred = TopicName.Role.PREFERRED
    TopicName.objects.filter(topic=change.topic, name__in=change.removed).delete()
    for name in change.added:
        language = change.language_of(name)
        if change.role == preferred:
            for other in change.topic.names.filter(language=language, role=preferred):
                other.role = TopicName.Role.ALTERNATIVE
                other.save()
        TopicName.objects.update_or_create(
            topic=change.topic, language=language, name=name, defaults={"role": change.role}
        )


def affected_by(change: NameChange) -> QuerySet[Document]:
    """Return the records whose links may change.

    Those are the ones that may hold a new name and, where a name goes, those that name the topic.
    """
    return records_holding(change.added, [change.topic] if change.removed else [])


def records_holding(names: Iterable[str], topics: Sequence[Topic]) -> QuerySet[Document]:
    """Return the records that may hold one of the names, and those that name one of the topics."""
    asked = Q(pk__in=())
    for name in names:
        asked |= _may_hold(name)
    if topics:
        mentions = Mention.objects.filter(candidates__topic__in=topics)
        asked |= Q(pk__in=mentions.values("document"))
    chosen = Document.objects.filter(asked).values("pk")
    return Document.objects.filter(pk__in=chosen).order_by("pk")


def language_of(name: str) -> str:
    return "zh" if _HAN.search(name) else "en"


def _may_hold(name: str) -> Q:
    """Return the filter for texts that hold a name's longest word, however its words are joined."""
    han = max(_HAN.findall(name), key=len, default="")[:2]
    word = han or max(_LATIN.findall(name), key=len, default=name)
    asked = Q(body="", abstract="", restricted_body="")  # what it lists is no column of text
    for text in _TEXTS:
        asked |= Q(**{f"{text}__icontains": word})
    return asked


def _rows(
    change: NameChange,
) -> tuple[list[tuple[int, str, str, str]], list[tuple[int, str, str, str]]]:
    stored = TopicName.objects.filter(topic=change.topic, name__in=change.removed)
    removed = list(stored.values_list("topic", "language", "role", "name"))
    added = [
        (change.topic.pk, change.language_of(name), change.role, name) for name in change.added
    ]
    return added, removed


def _proposed(document: Document, gazetteer: Gazetteer) -> dict[int, str]:
    """Return the topics that a record would be linked to, each with its first sentence."""
    stored = load_stored([document.pk])[document.pk]
    mentions = with_decisions(names_in(record_zones(document), gazetteer), stored)
    return {link.topic_id: link.quotes[0].text for link in links_of(mentions)}
