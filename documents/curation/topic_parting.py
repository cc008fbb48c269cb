"""Undoes a merge of topics within thirty days, and says what later work keeps it from restoring."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _, ngettext

from documents.curation.history import note_topic
from documents.curation.linked_names import relinking_itself
from documents.curation.linking import relink_each
from documents.curation.merges import (
    PARTED,
    CannotPartError,
    check_open,
    kept_of,
    lead_back,
    load_row,
)
from documents.curation.topic_merging import records_of
from documents.curation.trial import tried
from documents.models import (
    Candidate,
    Document,
    Membership,
    OldAddress,
    Place,
    Topic,
    TopicLink,
    TopicName,
)
from documents.search.indexing import enqueue_many

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from documents.models import Change


@dataclass(slots=True)
class Parted:
    """The topic that is back, its records, and a sentence for each thing that stays merged."""

    topic: Topic
    into: Topic
    records: int = 0
    left: list[str] = field(default_factory=list)


def preview_parting(change: Change, *, now: datetime) -> Parted:
    """Return what `part_topics` would do and leave; raises CannotPartError. Nothing is written."""
    return tried(lambda: _part(change, now))


@transaction.atomic
@relinking_itself()
def part_topics(change: Change, *, by: User | None, now: datetime) -> Parted:
    """Bring a merged topic back with its names, links and members; raises CannotPartError.

    What was decided or edited since the merge stays as it is, and is told.
    """
    parted = _part(change, now)
    touched = records_of(parted.topic, parted.into)
    enqueue_many(touched)
    for _done in relink_each(Document.objects.filter(pk__in=touched)):
        pass
    fields = {"label": change.fields["label"][::-1], "takes_back": [change.pk, None]}
    note_topic(parted.topic, PARTED, fields, by=by, now=now)
    return parted


def _part(change: Change, now: datetime) -> Parted:
    kept = kept_of(change)
    topic, into = load_row(kept["topic"][0], Topic), _present(change, now)
    parted = Parted(topic, into)
    _restore_topic(parted)
    lead_back(topic.facet, topic.slug, kept["addresses"])
    _part_names(parted, kept)
    _part_place(parted, kept["place"])
    _part_members(parted, kept["members"])
    _part_children(parted, kept["children"])
    _part_links(parted, kept, change.at)
    Candidate.objects.filter(topic=into, mention__in=kept["mentions"]).update(topic=topic)
    return parted


def _present(change: Change, now: datetime) -> Topic:
    """Return the topic that stayed, or the one it was merged into since; raises CannotPartError."""
    check_open(change, now)
    facet = kept_of(change)["topic"][0]["fields"]["facet"]
    slug, into = change.fields["slug"]
    if Topic.objects.filter(facet=facet, slug=slug).exists():
        raise CannotPartError(_("Another topic has the address “%(slug)s” now.") % {"slug": slug})
    present = OldAddress.objects.present_slug(facet, into)
    found = Topic.objects.filter(facet=facet, slug=present).first()
    if found is None:
        raise CannotPartError(_("The topic it was merged into is gone."))
    return found


def _restore_topic(parted: Parted) -> None:
    topic = parted.topic
    if topic.parent_id and not Topic.objects.filter(pk=topic.parent_id).exists():
        topic.parent_id = None
        parted.left.append(_("The topic above it is gone since, so it stands at the top."))
    topic.save()


def _part_names(parted: Parted, kept: Mapping[str, Any]) -> None:
    gone = []
    for each in kept["names"]:
        name = load_row(each, TopicName)
        if name.pk not in kept["shared"]:
            here = TopicName.objects.filter(
                topic=parted.into, language=name.language, name=name.name
            )
            if not here.delete()[0]:
                gone.append(name.name)
                continue
        name.save()
    if gone:
        message = _("Taken away since the merge, and stays away: %(names)s.")
        parted.left.append(message % {"names": "; ".join(gone)})


def _part_place(parted: Parted, kept: list[Any]) -> None:
    for each in kept:
        place = load_row(each, Place)
        Place.objects.filter(topic=parted.into, code=place.code, level=place.level).delete()
        place.save()


def _part_members(parted: Parted, kept: Mapping[str, Any]) -> None:
    for side in ("whole", "part"):
        for row in Membership.objects.filter(pk__in=kept[side], **{side: parted.into}):
            setattr(row, side, parted.topic)
            row.save()
    for each in kept["gone"]:
        row = load_row(each, Membership)
        if Topic.objects.filter(pk__in=(row.whole_id, row.part_id)).count() == 2:
            row.save()


def _part_children(parted: Parted, children: list[int]) -> None:
    moved = 0
    for child in Topic.objects.filter(pk__in=children):
        if child.parent_id == parted.into.pk:
            child.parent = parted.topic
            child.save()
        else:
            moved += 1
    if moved:
        message = ngettext(
            "%(count)d topic below it was put elsewhere since, and stays there.",
            "%(count)d topics below it were put elsewhere since, and stay there.",
            moved,
        )
        parted.left.append(message % {"count": moved})


def _part_links(parted: Parted, kept: Mapping[str, Any], at: datetime) -> None:
    """Give links back; one that a curator decided since the merge stays where it was decided."""
    present = {link.document_id: link for link in parted.into.links.all()}
    decided = {pk for pk, link in present.items() if link.decided_at and link.decided_at > at}
    back = [pk for pk in kept["moved"] if pk in present and pk not in decided]
    TopicLink.objects.filter(topic=parted.into, document__in=back).update(topic=parted.topic)
    for each in kept["gone"]:
        back += _link_back(each)
    for each in kept["stayed"]:
        if each["fields"]["document"] not in decided:
            _link_back(each)
    parted.records = len(back)
    stay = len(decided & set(kept["moved"]))
    if stay:
        message = ngettext(
            "On %(count)d record the link was decided since; it stays with “%(name)s”.",
            "On %(count)d records the link was decided since; it stays with “%(name)s”.",
            stay,
        )
        parted.left.append(message % {"count": stay, "name": parted.into.label})


def _link_back(kept: Mapping[str, Any]) -> list[int]:
    """Store a link as it was, and return its record; none where record or topic are gone."""
    link = load_row(kept, TopicLink)
    holds = Document.objects.filter(pk=link.document_id).exists()
    twin = TopicLink.objects.filter(document=link.document_id, topic=link.topic_id)
    if not holds or not Topic.objects.filter(pk=link.topic_id).exists():
        return []
    if twin.exclude(pk=link.pk).exists():
        return []
    if link.decided_by_id and not User.objects.filter(pk=link.decided_by_id).exists():
        link.decided_by_id = None
    link.save()
    return [link.document_id]
