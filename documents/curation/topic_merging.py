"""Merges two topics: names, links and members move over, and the old address leads to the new.

What is needed to part them again is kept with the entry in the history; `topic_parting` does it.
Names become aliases of the topic that stays, so that no import and no page can bring the old one
back; the phrases of a theme follow by its old slug (gazetteer/names.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from documents.curation.history import note_topic
from documents.curation.linked_names import relinking_itself
from documents.curation.linking import relink_each
from documents.curation.merges import MERGED, CannotMergeError, kept_rows, lead_on
from documents.curation.outcome import check_outcome, digest_of
from documents.models import (
    Candidate,
    Document,
    Membership,
    Mention,
    Place,
    Topic,
    TopicLink,
    TopicName,
)
from documents.search.indexing import enqueue_many

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.curation.history import Fields
    from documents.curation.merges import Kept
    from documents.models import Change

Role, Status = TopicName.Role, TopicLink.Status


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge moves: records with a link to one of the two, names, and what lies below.

    `moving` have a link to the topic given up only, `both` to each of the two. `digest` changes
    with all that the merge would touch.
    """

    moving: tuple[int, ...]
    both: tuple[int, ...]
    names: tuple[str, ...]
    children: tuple[Topic, ...]
    members: int
    digest: str


def preview_merge(topic: Topic, into: Topic) -> MergePreview:
    """Return what `merge_topics` would do; raises CannotMergeError."""
    _check(topic, into)
    links = list(
        TopicLink.objects.filter(topic__in=(topic, into))
        .order_by("pk")
        .values_list("document", "topic", "status")
    )
    ours = {document for document, pk, _status in links if pk == topic.pk}
    theirs = {document for document, pk, _status in links if pk == into.pk}
    held = {(one.language, one.name) for one in into.names.all()}
    names = sorted(one.name for one in topic.names.all() if (one.language, one.name) not in held)
    children = tuple(topic.children.labelled())
    state = [links, names, sorted(held), [child.pk for child in children], topic.slug, into.slug]
    return MergePreview(
        moving=tuple(sorted(ours - theirs)),
        both=tuple(sorted(ours & theirs)),
        names=tuple(names),
        children=children,
        members=Membership.objects.filter(Q(whole=topic) | Q(part=topic)).count(),
        digest=digest_of(state),
    )


@transaction.atomic
@relinking_itself()
def merge_topics(
    topic: Topic, into: Topic, *, by: User | None, now: datetime, expected: str = ""
) -> Change:
    """Give `topic` up for `into`, and note it in the history of the one that stays.

    A link that both had takes the decision of a curator, of `into` first. `expected` is the digest
    of the preview that was agreed to: OtherOutcomeError is raised, and nothing written, where it
    differs by now. Raises CannotMergeError as `preview_merge` does.
    """
    both = Topic.objects.select_for_update().filter(pk__in=(topic.pk, into.pk)).order_by("pk")
    if topic.pk != into.pk and len(both) < 2:
        raise CannotMergeError(_("Somebody merged or removed one of the two meanwhile."))
    found = preview_merge(topic, into)
    check_outcome(found.digest, expected)
    label, touched = topic.label, records_of(topic, into)
    kept: Kept = {"topic": kept_rows([topic]), "names": kept_rows(topic.names.all())}
    kept["shared"] = _move_names(topic, into)
    kept["place"] = _move_place(topic, into)
    kept["members"] = _move_members(topic, into)
    kept["children"] = [child.pk for child in found.children]
    for child in found.children:
        child.parent = into
        child.save()
    kept |= _move_links(topic, into, found)
    kept["mentions"] = _move_candidates(topic, into)
    kept["addresses"] = lead_on(topic.facet, topic.slug, into.slug)
    fields: Fields = {
        "label": [label, into.label],
        "slug": [topic.slug, into.slug],
        "kept": [kept, None],
    }
    topic.delete()
    enqueue_many(touched)
    for _done in relink_each(Document.objects.filter(pk__in=touched)):
        pass
    return note_topic(into, MERGED, fields, by=by, now=now)


def records_of(*topics: Topic) -> set[int]:
    """Return the records with a link to one of the topics or a name that may mean one."""
    links = TopicLink.objects.filter(topic__in=topics).values_list("document", flat=True)
    named = Mention.objects.filter(candidates__topic__in=topics)
    return {*links, *named.values_list("document", flat=True)}


def _check(topic: Topic, into: Topic) -> None:
    if topic.pk == into.pk:
        raise CannotMergeError(_("A topic cannot be merged with itself."))
    if (topic.facet, topic.sense) != (into.facet, into.sense):
        raise CannotMergeError(_("Only topics of the same kind and sense can be merged."))
    if _becomes_heading(topic, into):
        message = _(
            "“%(into)s” would become a heading and lose its links: "
            "put the themes below “%(topic)s” elsewhere first."
        )
        raise CannotMergeError(message % {"into": into.label, "topic": topic.label})
    if into.lies_below(topic.pk):
        message = _("“%(into)s” lies below “%(topic)s”: merge the narrower into the wider.")
        raise CannotMergeError(message % {"into": into.label, "topic": topic.label})


def _becomes_heading(topic: Topic, into: Topic) -> bool:
    """Say whether a theme gets its first children; records link to the themes below a heading."""
    is_top = into.facet == Topic.Facet.THEME and into.parent_id is None
    return is_top and topic.children.exists() and not into.children.exists()


def _move_names(topic: Topic, into: Topic) -> list[int]:
    """Make the names aliases of the other topic; return those that it had already."""
    held = {(one.language, one.name) for one in into.names.all()}
    preferred = {one.language for one in into.names.filter(role=Role.PREFERRED)}
    shared = []
    for name in topic.names.all():
        if (name.language, name.name) in held:
            shared.append(name.pk)
            continue
        if name.role == Role.PREFERRED and name.language in preferred:
            name.role = Role.ALTERNATIVE
        name.topic = into
        name.shipped_digest = ""
        name.save()
    return shared


def _move_place(topic: Topic, into: Topic) -> list[Any]:
    """Give the place to a topic that has none; return it as it was."""
    kept = kept_rows(Place.objects.filter(topic=topic))
    if not Place.objects.filter(topic=into).exists():
        Place.objects.filter(topic=topic).update(topic=into)
    return kept


def _move_members(topic: Topic, into: Topic) -> dict[str, list[Any]]:
    """Move memberships on either side; those that would double or tie a topic to itself go."""
    moved: dict[str, list[Any]] = {"whole": [], "part": []}
    going: list[Membership] = []
    for side, other in (("whole", "part"), ("part", "whole")):
        has = set(Membership.objects.filter(**{side: into}).values_list(other, flat=True))
        for row in Membership.objects.filter(**{side: topic}):
            if getattr(row, f"{other}_id") in has | {into.pk}:
                going.append(row)
                continue
            setattr(row, side, into)
            row.save()
            moved[side].append(row.pk)
    moved["gone"] = kept_rows(going)
    Membership.objects.filter(pk__in=[row.pk for row in going]).delete()
    return moved


def _move_links(topic: Topic, into: Topic, found: MergePreview) -> Kept:
    """Move links; where both topics have one, the one that stays takes what was decided."""
    TopicLink.objects.filter(topic=topic, document__in=found.moving).update(topic=into)
    stays = {link.document_id: link for link in into.links.filter(document__in=found.both)}
    goes = list(topic.links.filter(document__in=found.both))
    kept = {"moved": list(found.moving), "gone": kept_rows(goes)}
    kept["stayed"] = kept_rows(stays.values())
    for link in goes:
        _join(link, stays[link.document_id])
    TopicLink.objects.filter(pk__in=[link.pk for link in goes]).delete()
    return kept


def _join(link: TopicLink, stays: TopicLink) -> None:
    takes = link.is_decided and not stays.is_decided
    undecided = not link.is_decided and not stays.is_decided
    if takes or (undecided and link.status == Status.ACCEPTED):
        for name in ("status", "decided_by_id", "decided_at"):
            setattr(stays, name, getattr(link, name))
        if link.origin == TopicLink.Origin.CURATOR:
            stays.origin = link.origin
            stays.quote = link.quote or stays.quote
        stays.save()


def _move_candidates(topic: Topic, into: Topic) -> list[int]:
    """Let names mean the other topic; return those whose meaning a curator settled."""
    double = Candidate.objects.filter(topic=into).values("mention")
    settled = Mention.objects.filter(status=Mention.Status.CONFIRMED, candidates__topic=topic)
    confirmed = list(settled.values_list("pk", flat=True))
    Candidate.objects.filter(topic=topic).exclude(mention__in=double).update(topic=into)
    return confirmed
