"""Shows what a change of names does to the links, and makes it where it matters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _, ngettext

from documents.curation.linking import relink_each
from documents.curation.record_zones import record_zones
from documents.gazetteer import find_mentions, load_changed_names, load_names, propose_links
from documents.models import Document, Mention, Topic, TopicName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from documents.gazetteer import Gazetteer

type Pair = tuple[int, int]
"""Document and topic."""

_TEXTS = ("title", "abstract", "body", "restricted_body", "images__caption", "keywords__name")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]{2,}|\d+")


@dataclass(frozen=True, slots=True)
class NameChange:
    """Names that a topic gains and loses."""

    topic: Topic
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """Links that would come and go, as pairs of document and topic; other topics' too."""

    linked: frozenset[Pair] = frozenset()
    unlinked: frozenset[Pair] = frozenset()

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
    """Return what a change of names would do; nothing is written."""
    before, after = load_names(), load_changed_names(*_rows(change))
    linked: set[Pair] = set()
    unlinked: set[Pair] = set()
    for document in affected_by(change).prefetch_related("images").iterator(chunk_size=200):
        now, then = _linked(document, before), _linked(document, after)
        linked |= {(document.pk, topic) for topic in then - now}
        unlinked |= {(document.pk, topic) for topic in now - then}
    return LinkPreview(frozenset(linked), frozenset(unlinked))


@transaction.atomic
def change_names(change: NameChange) -> LinkPreview:
    """Store a change of names and relink the records it touches; decisions of curators stay."""
    affected = list(affected_by(change).values_list("pk", flat=True))
    TopicName.objects.filter(topic=change.topic, name__in=change.removed).delete()
    for name in change.added:
        TopicName.objects.get_or_create(topic=change.topic, language=language_of(name), name=name)
    linked: set[Pair] = set()
    unlinked: set[Pair] = set()
    for document, changes in relink_each(Document.objects.filter(pk__in=affected)):
        linked |= {(document.pk, topic) for topic in changes.linked}
        unlinked |= {(document.pk, topic) for topic in changes.unlinked}
    return LinkPreview(frozenset(linked), frozenset(unlinked))


def affected_by(change: NameChange) -> QuerySet[Document]:
    """Return the records whose links may change.

    Those are the ones that may hold a new name and, where a name goes, those that name the topic.
    """
    asked = Q(pk__in=())
    for name in change.added:
        asked |= _may_hold(name)
    if change.removed:
        mentions = Mention.objects.filter(candidates__topic=change.topic)
        asked |= Q(pk__in=mentions.values("document"))
    chosen = Document.objects.filter(asked).values("pk")
    return Document.objects.filter(pk__in=chosen).order_by("pk")


def language_of(name: str) -> str:
    return "zh" if _HAN.search(name) else "en"


def _may_hold(name: str) -> Q:
    """Return the filter for texts that hold a name's longest word, however its words are joined."""
    han = max(_HAN.findall(name), key=len, default="")[:2]
    word = han or max(_LATIN.findall(name), key=len, default=name)
    asked = Q()
    for text in _TEXTS:
        asked |= Q(**{f"{text}__icontains": word})
    return asked


def _rows(
    change: NameChange,
) -> tuple[list[tuple[int, str, str, str]], list[tuple[int, str, str, str]]]:
    stored = TopicName.objects.filter(topic=change.topic, name__in=change.removed)
    removed = list(stored.values_list("topic", "language", "role", "name"))
    role = TopicName.Role.ALTERNATIVE.value
    added = [(change.topic.pk, language_of(name), role, name) for name in change.added]
    return added, removed


def _linked(document: Document, gazetteer: Gazetteer) -> set[int]:
    links: Iterable[int] = (
        link.topic_id for link in propose_links(find_mentions(record_zones(document), gazetteer))
    )
    return set(links)
