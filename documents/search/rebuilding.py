"""Builds an index beside the one that answers, checks it, and swaps it in while searches run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from documents.models import Document, IndexTarget
from documents.search import indexes
from documents.search.engines.base import IndexUnusableError
from documents.search.indexing import apply, drain_target, promote, records_of, register, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from documents.search.engines.base import Engine
    from documents.search.record import IndexRecord

BATCH = 500
COPY_BATCH = 4000
ROUNDS = 3

type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Differences:
    """Documents whose entries in an index are not what the database says, by how they differ."""

    missing: tuple[int, ...] = ()
    stale: tuple[int, ...] = ()
    surplus: tuple[int, ...] = ()

    @property
    def ids(self) -> list[int]:
        return sorted({*self.missing, *self.stale, *self.surplus})


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `problem` says why an index cannot be used at all."""

    engine: str
    index: str
    records: int
    waiting: int = 0
    failed: int = 0
    problem: str = ""
    differences: Differences = field(default_factory=Differences)

    @property
    def is_in_step(self) -> bool:
        return not (self.problem or self.waiting or self.differences.ids)


def is_usable() -> bool:
    """Tell whether the chosen engine has an index that answers and hears of changes."""
    name = indexes.current_name(indexes.chosen())
    try:
        indexes.live()
    except IndexUnusableError:
        return False
    return IndexTarget.objects.filter(name=name).exists()


def rebuild(engine: str = "", progress: Progress | None = None) -> Report:
    """Build the index of an engine anew and let it answer; return what a check of it found.

    A build that was cut short is taken up where it stopped. Raises IndexBusyError when another
    process builds one.
    """
    engine = engine or indexes.chosen()
    with indexes.writing(f"{engine}-building"):
        settle()
        target = _target(engine)
        with indexes.writing(target.name, wait_seconds=30):
            _fill(target, progress or (lambda _done, _total: None))
            report = _verified(target)
            drain_target(target)
            indexes.make_current(target.name)
            promote(target)
            drain_target(target)
        _sweep(engine, target.name)
    return report


def _target(engine: str) -> IndexTarget:
    """Return the index to fill: one whose building was cut short, else a new one."""
    for target in IndexTarget.objects.filter(engine=engine, state=IndexTarget.State.BUILDING):
        try:
            indexes.opened(target.name)
        except IndexUnusableError:
            target.delete()
            indexes.remove(target.name)
        else:
            return target
    name = indexes.new_name(engine)
    if engine != "memory":
        target = register(name, IndexTarget.State.BUILDING)
        indexes.created(name)
        return target
    indexes.created(name)
    return register(name, IndexTarget.State.LIVE)


def _fill(target: IndexTarget, progress: Progress) -> None:
    total = Document.objects.published().count()
    pending: list[int] = []
    records: list[IndexRecord] = []
    done = 0
    for batch in _compared(indexes.opened(target.name)):
        done += len(batch.ids)
        pending += batch.differences.ids
        records += batch.changed
        if len(pending) >= COPY_BATCH:
            apply(target.name, pending, records)
            pending, records = [], []
        progress(min(done, total), total)
    if pending:
        apply(target.name, pending, records)
    drain_target(target)


def _verified(target: IndexTarget) -> Report:
    """Compare the whole index with the database and mend it, up to three times."""
    for _ in range(ROUNDS):
        differences = compare(indexes.opened(target.name))
        if not differences.ids:
            break
        apply(target.name, differences.ids)
    IndexTarget.objects.filter(pk=target.pk).update(checked_at=timezone.now())
    records = Document.objects.published().count()
    return Report(target.engine, target.name, records, differences=differences)


def compare(engine: Engine) -> Differences:
    """Return how an index differs from the database, document by document."""
    found = [batch.differences for batch in _compared(engine)]
    return Differences(
        missing=tuple(pk for one in found for pk in one.missing),
        stale=tuple(pk for one in found for pk in one.stale),
        surplus=tuple(pk for one in found for pk in one.surplus),
    )


class _Batch(NamedTuple):
    """Some published documents, how the index differs on them, and the entries it should have."""

    ids: list[int]
    differences: Differences
    changed: list[IndexRecord]


def _compared(engine: Engine) -> Iterator[_Batch]:
    """Yield the published documents batch by batch, then what is too much."""
    held: dict[int, set[str]] = {}
    for entry in engine.entries():
        held.setdefault(entry.document_id, set()).add(entry.digest)
    seen: set[int] = set()
    for ids in _batches():
        records = records_of(ids)
        wanted: dict[int, set[str]] = {}
        for record in records:
            wanted.setdefault(record.document_id, set()).add(record.digest)
        seen.update(wanted)
        differences = Differences(
            missing=tuple(pk for pk in wanted if pk not in held),
            stale=tuple(pk for pk in wanted if pk in held and wanted[pk] != held[pk]),
        )
        differing = set(differences.ids)
        changed = [record for record in records if record.document_id in differing]
        yield _Batch(ids, differences, changed)
    yield _Batch([], Differences(surplus=tuple(sorted(set(held) - seen))), [])


def _batches() -> Iterator[list[int]]:
    last = 0
    published = Document.objects.published().order_by("pk")
    while ids := list(published.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield ids
        last = ids[-1]


def _sweep(engine: str, keep: str) -> None:
    """Delete the indexes that nothing names any more."""
    for name in indexes.names_kept(engine):
        if name != keep:
            indexes.remove(name)


def check() -> Report:
    """Compare the index that answers with the database, without changing either."""
    engine = indexes.chosen()
    name = indexes.current_name(engine)
    records = Document.objects.published().count()
    target = IndexTarget.objects.filter(name=name).first()
    try:
        differences = compare(indexes.live())
    except IndexUnusableError as error:
        return Report(engine, name, records, problem=str(error))
    if target is None:
        problem = "The database does not know this index."
        return Report(engine, name, records, problem=problem, differences=differences)
    return Report(
        engine,
        name,
        records,
        waiting=target.jobs.count(),
        failed=target.jobs.filter(attempts__gt=0).count(),
        differences=differences,
    )
