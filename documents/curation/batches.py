"""Decides many links, or changes many records, as one piece of work that is undone as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, Max

from documents.curation.acceptance import revise
from documents.curation.decisions import AddedLink, accept_link, add_link
from documents.curation.entry import entry_of
from documents.curation.history import together
from documents.curation.outcome import check_outcome, digest_of
from documents.curation.publication import publish, restore, trash, withdraw
from documents.models import Change, Document
from documents.search.indexing import gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime
    from uuid import UUID

    from django.contrib.auth.models import User

    from documents.models import TopicLink

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Work:
    """What is done to many records: `verb` is a key of VERBS, `value` what it needs."""

    verb: str
    value: Any = None
    why: str = ""


@transaction.atomic
def accept_all(
    links: Iterable[TopicLink], *, by: User | None, now: datetime, why: str = ""
) -> tuple[UUID, int]:
    """Accept links; return the mark of the batch and their number."""
    with together(why) as batch:
        count = 0
        for link in links:
            accept_link(link, by=by, now=now)
            count += 1
    return batch, count


def state_of(ids: Collection[int]) -> str:
    """Return a mark of the records as they stand: any change of one gives another."""
    rows = Document.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "updated_at")
    return digest_of([(pk, str(at)) for pk, at in rows])


@transaction.atomic
def change_all(
    ids: Collection[int], work: Work, *, by: User | None, now: datetime, seen: str = ""
) -> UUID:
    """Do the same to many records, all or none; return the mark of the batch.

    `seen` is `state_of` the records as the preview showed them: OtherOutcomeError is raised where
    one changed since. Raises ValidationError where it does not fit one of them.
    """
    records = list(Document.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    check_outcome(state_of(ids), seen)
    act = VERBS[work.verb]
    with gathered(), together(work.why) as batch:
        for document in records:
            act(document, work, by, now)
    return batch


def recent_batches() -> list[dict[str, Any]]:
    """Return what was done together last: mark, number of changes, when, by whom and why."""
    marked = Change.objects.exclude(batch=None).order_by().values("batch")
    counted = marked.annotate(count=Count("pk"), at=Max("at"), who=Max("by__username"))
    rows = counted.annotate(reason=Max("why"), verb=Max("verb")).filter(count__gt=1)
    return [dict(row) for row in rows.order_by("-at")[:SHOWN]]


def _set(document: Document, by: User | None, now: datetime, **values: Any) -> None:
    entry = replace(entry_of(document), **values)
    revise(document, entry, seen_at=document.updated_at, by=by, now=now)


def _set_kind(document: Document, work: Work, by: User | None, now: datetime) -> None:
    _set(document, by, now, kind=work.value)


def _set_access(document: Document, work: Work, by: User | None, now: datetime) -> None:
    _set(document, by, now, access=work.value)


def _set_source(document: Document, work: Work, by: User | None, now: datetime) -> None:
    basis = Document.SourceBasis.CURATOR
    _set(document, by, now, source_id=work.value, source_basis=basis)


def _add_tag(document: Document, work: Work, by: User | None, now: datetime) -> None:
    tags = dict.fromkeys((*entry_of(document).tags, work.value))
    _set(document, by, now, tags=tuple(tags))


def _add_topic(document: Document, work: Work, by: User | None, now: datetime) -> None:
    add_link(document, AddedLink(work.value), by=by, now=now)


def _publish(document: Document, _work: Work, by: User | None, now: datetime) -> None:
    publish(document, by=by, now=now, topics=())


def _withdraw(document: Document, work: Work, by: User | None, now: datetime) -> None:
    withdraw(document, reason=work.why, by=by, now=now)


def _trash(document: Document, _work: Work, by: User | None, now: datetime) -> None:
    trash(document, by=by, now=now)


def _restore(document: Document, _work: Work, by: User | None, now: datetime) -> None:
    restore(document, by=by, now=now)


VERBS: dict[str, Callable[[Document, Work, User | None, datetime], None]] = {
    "kind": _set_kind,
    "access": _set_access,
    "source": _set_source,
    "tag": _add_tag,
    "topic": _add_topic,
    "publish": _publish,
    "withdraw": _withdraw,
    "trash": _trash,
    "restore": _restore,
}
