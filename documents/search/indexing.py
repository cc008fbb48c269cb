"""Keeps every index in step with the database, through the outbox.

A change writes its job in the transaction of the change, so that neither can be without the other;
a drain brings the entries up to date and then deletes the job, unless the document was changed
again meanwhile. A drain may be killed anywhere: what it did is done again, to the same effect.
"""

from __future__ import annotations

import contextlib
import logging
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.utils import timezone

from documents.models import Document, IndexJob, IndexTarget, UncountedChange
from documents.search import indexes
from documents.search.engines.base import IndexUnusableError
from documents.search.heavy_terms import store_heavy_terms
from documents.search.indexes import IndexBusyError
from documents.search.record import load_hierarchy, records_for
from documents.search.related import load_related

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from documents.search.record import IndexRecord

logger = logging.getLogger(__name__)

MOST_INLINE = 50
BATCH = 200
INLINE_WAIT_SECONDS = 2.0
_is_deferred: ContextVar[bool] = ContextVar("index_is_deferred", default=False)
_gathered: ContextVar[set[int] | None] = ContextVar("index_gathered", default=None)


def enqueue(document_id: int) -> None:
    """Note that a document changed; the indexes hear of it once the change is committed."""
    enqueue_many([document_id])


def enqueue_many(document_ids: Iterable[int]) -> None:
    """Note that documents changed: for bulk writes, which send no signals."""
    gathered = _gathered.get()
    if gathered is not None:
        gathered.update(document_ids)
        return
    now = timezone.now()
    ids = sorted(set(document_ids))
    UncountedChange.objects.note(ids)
    jobs = [
        IndexJob(target_id=target, document_id=document_id, queued_at=now)
        for target in _targets()
        for document_id in ids
    ]
    if not jobs:
        return
    IndexJob.objects.bulk_create(
        jobs,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["target", "document_id"],
        update_fields=["queued_at", "attempts", "error"],
    )
    if not _is_deferred.get() and not _is_waiting_for_commit():
        transaction.on_commit(_drain_inline, robust=True)


@contextlib.contextmanager
def gathered() -> Iterator[None]:
    """Note what changes within the block once, at its end: a record has some twenty parts.

    Use it inside the transaction of the change, so that the notes are part of it.
    """
    if _gathered.get() is not None:
        yield
        return
    ids: set[int] = set()
    token = _gathered.set(ids)
    try:
        yield
    finally:
        _gathered.reset(token)
    enqueue_many(ids)


@contextlib.contextmanager
def deferred() -> Iterator[None]:
    """Leave the jobs of a long import to one drain at its end instead of one a commit."""
    token = _is_deferred.set(True)
    try:
        yield
    finally:
        _is_deferred.reset(token)


def _targets() -> Sequence[int]:
    targets = list(IndexTarget.objects.values_list("pk", flat=True))
    if not targets and indexes.chosen() == "memory":
        return [register("memory", IndexTarget.State.LIVE).pk]
    return targets


def register(name: str, state: IndexTarget.State) -> IndexTarget:
    """Make an index hear of every change from now on.

    On PostgreSQL this waits for the transactions that looked up the targets before: what they
    changed is then in the database when the new index is filled from it.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE documents_indextarget IN ACCESS EXCLUSIVE MODE")
        target, _ = IndexTarget.objects.get_or_create(
            name=name, defaults={"engine": indexes.engine_of(name), "state": state}
        )
    return target


def _is_waiting_for_commit() -> bool:
    return any(waiting[1] is _drain_inline for waiting in connection.run_on_commit)


def _drain_inline() -> None:
    """Do the first jobs at once; the rest, and whatever fails, wait for the next drain."""
    try:
        drain(most=MOST_INLINE, wait_seconds=INLINE_WAIT_SECONDS)
    except (IndexBusyError, IndexUnusableError) as error:
        logger.info("Index jobs wait: %s", error)


def drain(*, most: int | None = None, wait_seconds: float = 0) -> int:
    """Bring every index that answers up to date; return how many jobs were done.

    An index being built does its jobs itself before it answers. Raises IndexBusyError when another
    process is at it, IndexUnusableError when the index of the chosen engine cannot be opened.
    """
    settle()
    done = 0
    for target in IndexTarget.objects.filter(state=IndexTarget.State.LIVE).order_by("pk"):
        if not target.jobs.exists():
            continue
        with indexes.writing(target.name, wait_seconds=wait_seconds), _only_chosen(target):
            done += drain_target(target, most=most)
    return done


@contextlib.contextmanager
def _only_chosen(target: IndexTarget) -> Iterator[None]:
    """Let a second index that cannot be opened here keep its jobs without a word."""
    try:
        yield
    except IndexUnusableError:
        if target.engine == indexes.chosen():
            raise


def drain_target(target: IndexTarget, *, most: int | None = None) -> int:
    """Do the jobs of one index whose lock is held."""
    done, last = 0, None
    while most is None or done < most:
        size = BATCH if most is None else min(BATCH, most - done)
        jobs = list(target.jobs.filter(attempts=0).order_by("queued_at", "pk")[:size])
        if not jobs or jobs == last:
            break
        done += _do(target, jobs)
        last = jobs
    if most is None:
        done += _do_again(target)
    return done


def _do(target: IndexTarget, jobs: Sequence[IndexJob]) -> int:
    """Do some jobs in one go; when that fails, each by itself: a bad one blocks no other."""
    try:
        apply(target.name, [job.document_id for job in jobs])
    except (TimeoutError, IndexUnusableError):
        raise
    except Exception:
        if len(jobs) > 1:
            return sum(_do(target, [job]) for job in jobs)
        logger.exception("Document %d could not be indexed", jobs[0].document_id)
        return _note_failure(jobs[0])
    _finish(jobs)
    return len(jobs)


def _do_again(target: IndexTarget) -> int:
    """Try once more what failed in an earlier drain."""
    return sum(_do(target, [job]) for job in list(target.jobs.filter(attempts__gt=0)))


def _note_failure(job: IndexJob) -> int:
    IndexJob.objects.filter(pk=job.pk, queued_at=job.queued_at).update(
        attempts=job.attempts + 1, error="This record could not be indexed; see the log."
    )
    return 0


def _finish(jobs: Iterable[IndexJob]) -> None:
    """Delete the jobs that were done; one that was queued again meanwhile stays."""
    with transaction.atomic():
        for job in jobs:
            IndexJob.objects.filter(pk=job.pk, queued_at=job.queued_at).delete()


def apply(
    name: str, document_ids: Collection[int], records: Sequence[IndexRecord] | None = None
) -> None:
    """Make the entries of some documents in one index what the database says now.

    `records` are their entries where they were read just before.
    """
    found = records_of(document_ids) if records is None else records
    indexes.opened(name).replace(document_ids, found)
    store_heavy_terms(document_ids, found)


def records_of(document_ids: Iterable[int]) -> list[IndexRecord]:
    """Return the entries that some documents should have; those not published have none."""
    hierarchy = load_hierarchy()
    documents = list(Document.objects.published().for_indexing().filter(pk__in=list(document_ids)))
    related = load_related({document.pk: document.source_id for document in documents})
    return [
        record
        for document in documents
        for record in records_for(document, related[document.pk], hierarchy)
    ]


def settle() -> None:
    """Finish a swap that was cut short between its rename and its note in the database."""
    name = indexes.current_name(indexes.chosen())
    target = IndexTarget.objects.filter(name=name).first() if name else None
    if target is not None and target.state != IndexTarget.State.LIVE:
        promote(target)


def promote(target: IndexTarget) -> None:
    """Note that an index answers now; the one before it is no longer kept up to date."""
    with transaction.atomic():
        IndexTarget.objects.filter(engine=target.engine).exclude(pk=target.pk).delete()
        IndexTarget.objects.filter(pk=target.pk).update(state=IndexTarget.State.LIVE)
