"""What a curator says that an ambiguous name or an unresolved citation of a record means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from documents.curation.history import note_name
from documents.curation.linking import relink
from documents.curation.relating import relate
from documents.models import Candidate, Mention, Relation, Topic

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.curation.history import Fields
    from documents.curation.link_store import LinkChanges
    from documents.models import Document

Status = Mention.Status


@transaction.atomic
def settle(
    document: Document, surface: str, topic_id: int, *, by: User | None, now: datetime
) -> LinkChanges:
    """Say which topic an ambiguous name of a record means, and link the record anew.

    The meaning holds wherever the record writes the name so; no relinking changes it.
    """
    facet = Topic.objects.values_list("facet", flat=True).get(pk=topic_id)
    _decide(_open(document, facet, surface), Status.CONFIRMED, (topic_id,), by=by, now=now)
    return relink(document)


@transaction.atomic
def refuse(mention: Mention, *, by: User | None, now: datetime) -> LinkChanges:
    """Say that a name means nothing we keep, or that a citation is none, where it is open."""
    same = _open(mention.document, mention.kind, mention.surface)
    _decide(same, Status.REJECTED, (), by=by, now=now)
    return relink(mention.document)


@transaction.atomic
def cite_record(mention: Mention, cited: Document, *, by: User | None, now: datetime) -> Relation:
    """Say which record a citation cites: the two are related by the sentence.

    Raises ValidationError for a record that would cite itself.
    """
    relation = relate(
        mention.document, cited, Relation.Kind.CITES, quote=_public_quote(mention), by=by, now=now
    )
    same = _open(mention.document, mention.kind, mention.surface)
    _decide(same, Status.CONFIRMED, (), by=by, now=now)
    return relation


@transaction.atomic
def reopen(
    document: Document, kind: str, surface: str, *, by: User | None, now: datetime
) -> LinkChanges:
    """Take back what was said of a name: it is open again, as its text and the names have it."""
    decided = document.mentions.filter(kind=kind, surface=surface).exclude(status=Status.FOUND)
    mentions = list(decided.prefetch_related("candidates"))
    if mentions:
        first = mentions[0]
        changed: Fields = {"status": [first.status, Status.FOUND], "meaning": [_meaning(first), []]}
        note_name(first, Status.FOUND, changed, by=by, now=now)
    for mention in mentions:
        mention.status = Status.FOUND
        mention.save(update_fields=["status"])
    return relink(document)


def _open(document: Document, kind: str, surface: str) -> list[Mention]:
    """Return the mentions of a name whose meaning is open."""
    named = document.mentions.filter(kind=kind, surface=surface).order_by("zone", "start")
    return [
        mention
        for mention in named.prefetch_related("candidates")
        if mention.status != Status.FOUND or len(mention.candidates.all()) != 1
    ]


def _decide(
    mentions: Sequence[Mention],
    status: Mention.Status,
    meaning: Collection[int],
    *,
    by: User | None,
    now: datetime,
) -> None:
    """Give the mentions of one name their status and meaning, and note it once."""
    if not mentions:
        return
    first = mentions[0]
    changed: Fields = {
        "status": [first.status, status],
        "meaning": [_meaning(first), list(meaning)],
    }
    for mention in mentions:
        mention.candidates.exclude(topic_id__in=meaning).delete()
        for topic_id in meaning:
            Candidate.objects.get_or_create(mention=mention, topic_id=topic_id)
        mention.status = status
        mention.save(update_fields=["status"])
    note_name(first, status, changed, by=by, now=now)


def _meaning(mention: Mention) -> list[int]:
    return sorted(candidate.topic_id for candidate in mention.candidates.all())


def _public_quote(mention: Mention) -> str:
    """Return the sentence of a mention where all may read it; a relation shows it to everybody."""
    return "" if mention.zone == Mention.Zone.RESTRICTED else mention.quote
