"""A curator's verbs on two records: yes or no to a relation, its kind; pinned or hidden beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from documents.curation.history import note_relation
from documents.models import Relation

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.models import Document

Kind, Status = Relation.Kind, Relation.Status
BESIDE = {"pin": Status.ACCEPTED, "hide": Status.REJECTED, "let": Status.SUGGESTED}
"""What a curator may do with a record beside another; `let` leaves the pair to the machine."""

_VERBS = {Status.ACCEPTED: "pinned", Status.REJECTED: "hidden", Status.SUGGESTED: "let go"}


@transaction.atomic
def change_relation(
    relation: Relation, values: dict[str, str | int], *, by: User | None, now: datetime
) -> Relation:
    """Give a relation another status, kind or direction, and note it in the history.

    `values` may hold status, kind, subject_id and object_id. Raises ValidationError where the same
    relation between the two stands already.
    """
    changed = {
        name: [getattr(relation, name), value]
        for name, value in values.items()
        if getattr(relation, name) != value
    }
    for name, value in values.items():
        setattr(relation, name, value)
    _refuse_twin(relation)
    is_open = relation.status == Status.SUGGESTED
    relation.decided_by = None if is_open else by
    relation.decided_at = None if is_open else now
    relation.save()
    relation.refresh_from_db(fields=["subject", "object"])
    if changed:
        note_relation(relation, _verb(relation), changed, by=by, now=now)
    return relation


def decide_relation(
    relation: Relation,
    status: Relation.Status,
    *,
    by: User | None,
    now: datetime,
    standing: str = "",
) -> Relation:
    """Store a curator's yes or no to a suggested relation.

    `standing` is the kind that a curator chose, with "-by" behind it where the second record is
    to come first; empty leaves the kind that was proposed. Raises ValidationError as
    `change_relation` does.
    """
    values: dict[str, str | int] = {"status": status}
    if standing and status == Status.ACCEPTED:
        kind = standing.removesuffix("-by")
        values["kind"] = Kind(kind)
        if standing != kind:
            values |= {"subject_id": relation.object_id, "object_id": relation.subject_id}
    return change_relation(relation, values, by=by, now=now)


@transaction.atomic
def relate(
    subject: Document,
    other: Document,
    kind: Relation.Kind,
    *,
    quote: str,
    by: User | None,
    now: datetime,
) -> Relation:
    """Relate two records by a curator's word; a relation that was proposed is accepted.

    Raises ValidationError for a record and itself.
    """
    if subject.pk == other.pk:
        raise ValidationError(_("A record has no relation to itself."))
    relation, is_new = Relation.objects.get_or_create(
        subject=subject,
        object=other,
        kind=kind,
        defaults={"quote": quote, "origin": Relation.Origin.CURATOR, "status": Status.ACCEPTED},
    )
    if not is_new:
        return change_relation(relation, {"status": Status.ACCEPTED}, by=by, now=now)
    relation.decided_by, relation.decided_at = by, now
    relation.save(update_fields=["decided_by", "decided_at"])
    note_relation(relation, Status.ACCEPTED, {"status": ["", Status.ACCEPTED]}, by=by, now=now)
    return relation


@transaction.atomic
def unrelate(relation: Relation, *, by: User | None, now: datetime) -> None:
    """Take back a relation that a curator set where none was proposed."""
    note_relation(relation, "removed", {"status": [relation.status, ""]}, by=by, now=now)
    relation.delete()


@transaction.atomic
def put_beside(
    document: Document, other: Document, do: str, *, by: User | None, now: datetime
) -> Relation | None:
    """Pin a record beside another, hide it there, or let the machine decide again.

    A pair is one relation, whichever record the curator looks at. Returns None where there is
    nothing to let go of; raises ValidationError for a record beside itself.
    """
    if document.pk == other.pk:
        raise ValidationError(_("A record cannot stand beside itself."))
    status = BESIDE[do]
    pair = Q(subject=document, object=other) | Q(subject=other, object=document)
    stored = list(Relation.objects.filter(pair, kind=Kind.SEE_ALSO))
    for relation in stored:
        change_relation(relation, {"status": status}, by=by, now=now)
    if stored or do == "let":
        return stored[0] if stored else None
    relation = Relation.objects.create(
        subject=document,
        object=other,
        kind=Kind.SEE_ALSO,
        status=status,
        origin=Relation.Origin.CURATOR,
        decided_by=by,
        decided_at=now,
    )
    before = {"status": [Status.SUGGESTED, status]}
    note_relation(relation, _verb(relation), before, by=by, now=now)
    return relation


def _verb(relation: Relation) -> str:
    if relation.kind == Kind.SEE_ALSO:
        return _VERBS[Status(relation.status)]
    return str(relation.status)


def _refuse_twin(relation: Relation) -> None:
    twins = Relation.objects.filter(
        subject=relation.subject_id, object=relation.object_id, kind=relation.kind
    ).exclude(pk=relation.pk)
    if twins.exists():
        raise ValidationError(_("This relation between the two records stands already."))
