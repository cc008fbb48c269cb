"""Merges two records of one text: the other's address leads to the one that stays.

The record given up lies in the trash with its text, its dates and its history. What people hung on
it moves: decisions on links, tags, places on lists with their notes, relations, and the page it was
made of. Nothing that rests on licensed text moves, so that none of it can show on a public record.
What is needed to part the two again is kept with the entry in the history (`record_parting`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from documents.curation.checked import save_checked
from documents.curation.history import note
from documents.curation.merges import ITEMS, MERGED, CannotMergeError, kept_rows, lead_on
from documents.curation.outcome import check_outcome, digest_of
from documents.curation.state import put_out_of_sight, state_of
from documents.models import (
    Document,
    KeywordItem,
    ListEntry,
    OldAddress,
    Relation,
    Submission,
    TagItem,
    TopicLink,
)

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.curation.history import Fields
    from documents.curation.merges import Kept
    from documents.models import Change

KIND = OldAddress.Kind.DOCUMENT
DECISION = ("status", "decided_by_id", "decided_at")


@dataclass(frozen=True, slots=True)
class RecordMerge:
    """What a merge of two records moves, and what it leaves behind.

    `links` are links of the record given up that the other takes over or whose decision counts
    there; `licensed` counts those that rest on licensed text and stay. `page` says whether the
    page that the record was made of moves. `digest` changes with all that the merge would touch.
    """

    links: tuple[TopicLink, ...]
    licensed: int
    words: tuple[str, ...]
    lists: int
    relations: tuple[Relation, ...]
    page: bool
    keeps_licensed_text: bool
    digest: str


def preview_merge(record: Document, into: Document, now: datetime) -> RecordMerge:
    """Return what `merge_records` would do; raises CannotMergeError."""
    _check(record, into, now)
    decided = [link for link in record.links.all() if _counts(link, into)]
    words = sorted(
        {one.tag.name for model in ITEMS.values() for one in _items(model, record, into)}
    )
    relations = tuple(_moving_relations(record, into))
    lists = record.list_entries.count()
    submissions = Submission.objects.filter(document__in=(record, into))
    page = [one.document_id for one in submissions] == [record.pk]
    links = tuple(link for link in decided if not link.is_restricted)
    state = [
        *(record.pk, into.pk, str(record.updated_at), str(into.updated_at), lists, page, words),
        [(one.pk, one.status, str(one.decided_at)) for one in (*decided, *relations)],
        sorted(into.links.values_list("pk", "status")),
    ]
    return RecordMerge(
        links=links,
        licensed=len(decided) - len(links),
        words=tuple(words),
        lists=lists,
        relations=relations,
        page=page,
        keeps_licensed_text=bool(record.restricted_body),
        digest=digest_of(state),
    )


@transaction.atomic
def merge_records(
    record: Document, into: Document, *, by: User | None, now: datetime, expected: str = ""
) -> Change:
    """Give `record` up for `into`, and note it in the history of both.

    `expected` is the digest of the preview that was agreed to: OtherOutcomeError is raised, and
    nothing written, where it differs by now. Raises CannotMergeError as `preview_merge` does.
    """
    both = Document.objects.select_for_update().filter(pk__in=(record.pk, into.pk))
    locked = {one.pk: one for one in both.order_by("pk")}
    record, into = locked[record.pk], locked[into.pk]
    found = preview_merge(record, into, now)
    check_outcome(found.digest, expected)
    kept: Kept = {"record": record.pk, "moments": state_of(record)}
    kept |= _move_links(found, into)
    kept |= {name: _move_words(model, record, into) for name, model in ITEMS.items()}
    kept["lists"] = _move_lists(record, into)
    kept["relations"] = _move_relations(found, record, into)
    kept["page"] = _move_page(found, record, into)
    kept["addresses"] = lead_on(KIND, str(record.pk), str(into.pk))
    put_out_of_sight(record, Document.Status.TRASHED, now)
    save_checked(record)
    titles = [record.title, into.title]
    fields: Fields = {"title": titles, "kept": [kept, None]}
    note(record, MERGED, {"into": ["", f"{into.title} ({into.pk})"]}, by=by, now=now)
    return note(into, MERGED, fields, by=by, now=now)


def quoted_in(quote: str, document: Document) -> str:
    """Return a quote where the public text of a record has it, else nothing."""
    texts = (document.title, document.abstract, document.body)
    return quote if any(quote in text for text in texts) else ""


def _check(record: Document, into: Document, now: datetime) -> None:
    if record.pk == into.pk:
        raise CannotMergeError(_("A record cannot be merged with itself."))
    for one in (record, into):
        if one.status == Document.Status.TRASHED:
            said = _("“%(title)s” is in the trash: restore it first.")
            raise CannotMergeError(said % {"title": one.title})
    if into.status == Document.Status.WITHDRAWN:
        raise CannotMergeError(
            _("“%(title)s” is withdrawn: keep the other.") % {"title": into.title}
        )
    if _is_seen(record, now) and not _is_seen(into, now):
        said = _("“%(title)s” is not public, the other is: publish it first, or keep the other.")
        raise CannotMergeError(said % {"title": into.title})


def _is_seen(document: Document, now: datetime) -> bool:
    return document.status == Document.Status.PUBLISHED and not document.is_scheduled(now)


def _counts(link: TopicLink, into: Document) -> bool:
    """Say whether a link is a curator's decision that the other record lacks."""
    if not link.is_decided:
        return False
    there = into.links.filter(topic=link.topic_id).first()
    if there is None:
        return link.status == TopicLink.Status.ACCEPTED
    return not there.is_decided


def _items(model: type[KeywordItem | TagItem], record: Document, into: Document) -> Any:
    """Return the words on a record that the other has not."""
    there = model.objects.filter(content_object=into).values("tag")
    return model.objects.filter(content_object=record).exclude(tag__in=there).select_related("tag")


def _moving_relations(record: Document, into: Document) -> list[Relation]:
    """Return what people said of the record beside others, and the citations of it.

    A suggestion that rests on its own text goes with that text.
    """
    said = Q(decided_at__isnull=False) | Q(origin=Relation.Origin.CURATOR)
    own = Q(subject=record) & (said | Q(status=Relation.Status.ACCEPTED))
    between = Q(subject=into) | Q(object=into)
    found = Relation.objects.filter(own | Q(object=record)).exclude(between).order_by("pk")
    return [one for one in found if not _has_twin(one, record, into)]


def _has_twin(relation: Relation, record: Document, into: Document) -> bool:
    subject, object_ = (
        into.pk if pk == record.pk else pk for pk in (relation.subject_id, relation.object_id)
    )
    return Relation.objects.filter(subject=subject, object=object_, kind=relation.kind).exists()


def _move_links(found: RecordMerge, into: Document) -> Kept:
    """Copy decisions; the links of the record given up stay with it, hidden as it is."""
    new: list[int] = []
    before: list[TopicLink] = []
    for link in found.links:
        there = into.links.filter(topic=link.topic_id).first()
        if there is None:
            there = TopicLink(
                document=into, topic_id=link.topic_id, origin=TopicLink.Origin.CURATOR
            )
            there.quote = quoted_in(link.quote, into)
            new.append(link.topic_id)
        else:
            before += TopicLink.objects.filter(pk=there.pk)
        for name in DECISION:
            setattr(there, name, getattr(link, name))
        there.save()
    return {"new_links": new, "links": kept_rows(before)}


def _move_words(model: type[KeywordItem | TagItem], record: Document, into: Document) -> list[int]:
    """Put the words of the one on the other too; return their tags."""
    tags = [item.tag_id for item in _items(model, record, into)]
    for tag in tags:
        model.objects.create(content_object=into, tag_id=tag)
    return tags


def _move_lists(record: Document, into: Document) -> Kept:
    """Put the other record in the place of the one; a list that has both keeps both notes."""
    moved, joined = [], []
    for entry in record.list_entries.all():
        there = ListEntry.objects.filter(record_list=entry.record_list_id, document=into).first()
        if there is None:
            entry.document = into
            entry.save()
            moved.append(entry.pk)
            continue
        before = there.note
        notes = dict.fromkeys(text for text in (before, entry.note) if text)
        there.note = "\n".join(notes)
        there.save()
        joined.append({"gone": kept_rows([entry])[0], "note": [before, there.note]})
        entry.delete()
    return {"moved": moved, "joined": joined}


def _move_relations(found: RecordMerge, record: Document, into: Document) -> list[Any]:
    kept = kept_rows(found.relations)
    for relation in found.relations:
        if relation.subject_id == record.pk:
            relation.subject = into
            relation.quote = quoted_in(relation.quote, into)
        else:
            relation.object = into
        relation.save()
    return kept


def _move_page(found: RecordMerge, record: Document, into: Document) -> int | None:
    """Give the page that the record was made of to one that has none; return its number."""
    if not found.page:
        return None
    submission = Submission.objects.get(document=record)
    submission.document = into
    submission.save(update_fields=["document"])
    return submission.pk
