"""Builds an index beside the one that answers, checks it, and swaps it in while searches run."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import batched, chain
from typing import TYPE_CHECKING

from django.utils import timezone

from documents.models import Document, IndexTarget
from documents.models.planner import tell_planner
from documents.search import indexes
from documents.search.engines.base import IndexUnusableError
from documents.search.indexing import apply, drain_target, promote, records_of, register, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from documents.search.engines.base import Engine
    from documents.search.record import IndexRecord

BATCH = 500
COPY_BATCH = 4000
ROUNDS = 3

type Progress = Callable[[int, int], None]
type Digests = dict[int, frozenset[str]]


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
            given = _fill(target, progress or (lambda _done, _total: None))
            report = _verified(target, given)
            drain_target(target)
            indexes.opened(target.name).make_ready()
            indexes.make_current(target.name)
            promote(target)
            drain_target(target)
        _sweep(engine, target.name)
    tell_planner()
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


def _fill(target: IndexTarget, progress: Progress) -> Digests:
    """Bring every published document into the index; return the digests of what it then holds.

    What a build that was cut short had copied already is compared, not copied again.
    """
    total = Document.objects.published().count()
    held = _held(indexes.opened(target.name))
    given: Digests = {}
    pending: list[int] = []
    records: list[IndexRecord] = []
    for ids in _batches():
        read = records_of(ids)
        wanted = _digests((record.document_id, record.digest) for record in read)
        changed = {pk for pk in wanted if wanted[pk] != held.get(pk)}
        pending += sorted(changed)
        records += [record for record in read if record.document_id in changed]
        given |= wanted
        if len(pending) >= COPY_BATCH:
            apply(target.name, pending, records)
            pending, records = [], []
        progress(min(len(given), total), total)
    if gone := [*pending, *(held.keys() - given.keys())]:
        apply(target.name, gone, records)
    drain_target(target)
    return given


def _verified(target: IndexTarget, given: Digests) -> Report:
    """Compare what the index holds with what it was given, and mend it, up to three times.

    A document may have changed since it was copied: what differs is read from the database anew.
    """
    for _ in range(ROUNDS):
        held = _held(indexes.opened(target.name))
        suspects = [pk for pk in held.keys() | given.keys() if held.get(pk) != given.get(pk)]
        differences = _differences(held, batched(sorted(suspects), BATCH))
        if not differences.ids:
            break
        apply(target.name, differences.ids)
    IndexTarget.objects.filter(pk=target.pk).update(checked_at=timezone.now())
    records = Document.objects.published().count()
    return Report(target.engine, target.name, records, differences=differences)


def compare(engine: Engine) -> Differences:
    """Return how an index differs from the database, document by document."""
    held = _held(engine)
    published = list(_batches())
    hidden = sorted(held.keys() - set(chain.from_iterable(published)))
    return _differences(held, [*published, *batched(hidden, BATCH)])


def _differences(held: Digests, batches: Iterable[Sequence[int]]) -> Differences:
    """Return how the entries held of some documents differ from those in the database."""
    missing: list[int] = []
    stale: list[int] = []
    surplus: list[int] = []
    for ids in batches:
        wanted = _digests((record.document_id, record.digest) for record in records_of(ids))
        missing += [pk for pk in ids if pk in wanted and pk not in held]
        stale += [pk for pk in ids if pk in wanted and held.get(pk, wanted[pk]) != wanted[pk]]
        surplus += [pk for pk in ids if pk in held and pk not in wanted]
    return Differences(tuple(missing), tuple(stale), tuple(surplus))


def _held(engine: Engine) -> Digests:
    return _digests((entry.document_id, entry.digest) for entry in engine.entries())


def _digests(pairs: Iterable[tuple[int, str]]) -> Digests:
    """Return the sums of the entries of each document; under embargo it has two."""
    found: Digests = {}
    for pk, digest in pairs:
        found[pk] = found.get(pk, frozenset()) | {digest}
    return found


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
