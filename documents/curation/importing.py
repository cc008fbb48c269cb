"""Imports files and tables: makes a plan, then applies exactly that, a record at a time."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import batched, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from documents.curation.acceptance import ChangedMeanwhileError, accept, revise
from documents.curation.attachments import keep_original
from documents.curation.entry import entry_of
from documents.curation.import_files import Given, Named, SeenTable, read_files
from documents.curation.import_item import Action, Item, seen_at
from documents.curation.import_merge import digests_of
from documents.curation.import_plan import Plan, write_plan
from documents.curation.import_planning import plan_items
from documents.curation.link_store import accept_by_rule
from documents.curation.other_eyes import reason_not_to_replace
from documents.curation.publication import publish
from documents.curation.reading import known_sources
from documents.curation.submissions import DuplicateTextError, submit
from documents.gazetteer import held_names
from documents.ingest import UnreadablePageError
from documents.ingest.isolation import IsolatedReader
from documents.models import Document, Submission
from documents.search import indexing
from documents.search.indexes import IndexBusyError, IndexUnusableError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)
INDEX_EVERY: Final = 200  # records; each drain costs the index a commit
PLAN_FILE: Final = "plan.jsonl"
TABLES_FILE: Final = "tables.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step: the record that was written, or the sentence that says why not."""

    item: Item
    document: Document | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Applying:
    """Who applies a plan, and when."""

    by: User | None
    now: datetime


def make_plan(
    files: Sequence[Named],
    given: Given,
    folder: Path,
    watch: Callable[[Iterable[Item]], Iterable[Item]] = iter,
    *,
    by: User | None = None,
    seconds: float | None = None,
) -> Plan:
    """Read the files and write the plan into `folder`; no record is touched.

    `by` is who asks; what that one may not do is refused. A command has no user and may do all.
    `watch` may pass the steps through a progress bar. After so many `seconds` of reading the rest
    of the files and rows is refused. What the columns of tables were taken for is written beside
    the plan.
    """
    tables: list[SeenTable] = []
    with IsolatedReader(known_sources(), seconds_in_all=seconds) as reader:
        pieces = read_files(files, given, reader, tables)
        plan = write_plan(folder / PLAN_FILE, watch(plan_items(pieces, given, by)))
    shown = json.dumps([asdict(table) for table in tables], ensure_ascii=False)
    (folder / TABLES_FILE).write_text(shown, encoding="utf-8")
    return plan


def apply_plan(plan: Plan, applying: Applying, *, done: int = 0) -> Generator[Outcome]:
    """Carry out the writing steps of a plan, each in a transaction of its own.

    Stopping in between loses no record that was given before; `done` steps are passed over. A
    step whose record or text changed after the plan was made is left undone and says so.
    """
    steps = (item for item in plan.items() if item.writes)
    for some in batched(islice(steps, done, None), INDEX_EVERY, strict=False):
        with held_names():
            for item in some:
                yield _apply(item, applying)
        catch_up()


def catch_up() -> None:
    """Bring the search index up to the records stored so far; it may also wait for a drain."""
    try:
        indexing.drain(wait_seconds=indexing.INLINE_WAIT_SECONDS)
    except (IndexBusyError, IndexUnusableError) as error:
        logger.info("Index jobs wait: %s", error)


def _apply(item: Item, applying: Applying) -> Outcome:
    """Carry out a step; one that met another program's writing is tried once more."""
    try:
        return _attempt(item, applying)
    except (IntegrityError, OperationalError) as error:
        logger.info("Tried once more: %s", error)
    try:
        return _attempt(item, applying)
    except (IntegrityError, OperationalError):
        said = _("Another program wrote the same at this moment. Run the import again.")
        return Outcome(item, error=said)


def _attempt(item: Item, applying: Applying) -> Outcome:
    try:
        with indexing.deferred(), transaction.atomic(), indexing.gathered():
            return Outcome(item, _write(item, applying))
    except _FAULTS as error:
        return Outcome(item, error=_sentence(error))


_FAULTS: Final = (
    *(DuplicateTextError, ChangedMeanwhileError, Document.DoesNotExist, UnreadablePageError),
    *(ValidationError, DataError, OSError),
)


def _sentence(error: Exception) -> str:
    """Return why a step was left undone."""
    if isinstance(error, DuplicateTextError):
        return _("This text was stored after the plan was made.")
    if isinstance(error, ChangedMeanwhileError | Document.DoesNotExist):
        return _("The record was changed after the plan was made.")
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, DataError):
        return _("A value is too long for its field.")
    return _("The file could not be kept.") if isinstance(error, OSError) else _(str(error))


def _write(item: Item, applying: Applying) -> Document:
    document = _seen(item) if item.action == Action.PUBLISH else _store(item, applying)
    accept_by_rule(document)
    if item.publishes and document.status == Document.Status.DRAFT:
        document = publish(document, by=applying.by, now=applying.now, topics=())
    return document


def _seen(item: Item) -> Document:
    """Return the record of a step that only publishes, if it is still as the plan found it."""
    document = Document.objects.select_for_update().get(pk=item.document or 0)
    if seen_at(document) != item.seen_at:
        raise ChangedMeanwhileError(document, entry_of(document))
    return document


def _store(item: Item, applying: Applying) -> Document:
    submission = _submit(item, applying.by)
    store = _create if item.action == Action.CREATE else _update
    document = store(item, submission, applying)
    submission.read_as = digests_of(document)
    submission.save(update_fields=["read_as"])
    return document


def _submit(item: Item, by: User | None) -> Submission:
    kept = keep_original(Path(item.file).read_bytes(), item.name, item.media) if item.file else None
    return submit(
        item.raw,
        by=by,
        source_url=item.entry.source_url if item.entry else "",
        title=item.title,
        file_name=item.name[:300],
        media_type=item.raw_type,
        attachment=kept,
        import_key=item.key,
    )


def _create(item: Item, submission: Submission, applying: Applying) -> Document:
    assert item.entry  # noqa: S101  # a step that writes has one
    document = accept(submission, item.entry, by=applying.by, now=applying.now)
    submission.refresh_from_db()
    return document


def _update(item: Item, submission: Submission, applying: Applying) -> Document:
    """Store the new version; its submission takes the place of the one before, which stays."""
    assert item.entry  # noqa: S101  # a step that writes has one
    document = Document.objects.get(pk=item.document or 0)
    if refused := reason_not_to_replace(document, applying.by):
        raise ValidationError(refused)  # another than the one who asked for the plan carries it out
    document = revise(
        document,
        item.entry,
        seen_at=datetime.fromisoformat(item.seen_at),
        by=applying.by,
        now=applying.now,
    )
    for past in Submission.objects.filter(document=document):
        past.document = None
        past.save(update_fields=["document"])
    submission.document = document
    submission.state = Submission.State.ACCEPTED
    submission.save(update_fields=["document", "state"])
    return document
