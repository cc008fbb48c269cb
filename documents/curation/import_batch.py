"""An import through the web: uploads, plan and outcomes in a folder, applied step by step."""

from __future__ import annotations

import json
import shutil
import time
import uuid
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from django.conf import settings
from django.utils.translation import gettext_noop

from documents.curation.import_files import Given, Named, SeenColumn, SeenTable
from documents.curation.import_plan import Plan, read_plan
from documents.curation.importing import (
    PLAN_FILE,
    TABLES_FILE,
    Applying,
    Outcome,
    apply_plan,
    catch_up,
    make_plan,
)
from documents.curation.resuming import find_stored

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.contrib.auth.models import User
    from django.core.files.uploadedfile import UploadedFile

FILES_LIMIT: Final = 50
TOTAL_LIMIT: Final = 100 * 1024 * 1024
KEPT_SECONDS: Final = 7 * 24 * 3600  # then a plan that nobody applied is swept away
ARRIVING_SECONDS: Final = 24 * 3600  # no upload takes so long
READING_SECONDS: Final = 20.0  # for all files of an upload; a page is waiting for the answer
_OUTCOMES: Final = "outcomes.jsonl"
_FILES: Final = "files"
_NAMES: Final = "names.json"
_GIVEN: Final = "given.json"
_LEFT_OUT: Final = gettext_noop(
    "One import takes 50 files and 100 MB. Choose this file again for the next one."
)


class MissingBatchError(LookupError):
    """There is no such import, or it was swept away."""


class BusyBatchError(RuntimeError):
    """Somebody is applying this import at the moment."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a step of the plan: the record's number, or why there is none."""

    document: int | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    id: str
    folder: Path
    plan: Plan

    def results(self) -> list[Result]:
        """Return what became of the steps so far, in the order of the plan's writing steps."""
        return [Result(**json.loads(line)) for line in _noted(self.folder / _OUTCOMES)]

    def given(self) -> Given:
        """Return how the files were read."""
        return Given(**json.loads((self.folder / _GIVEN).read_text("utf-8")))

    def tables(self) -> list[SeenTable]:
        """Return the tables among the files with what their columns were taken for."""
        kept = json.loads((self.folder / TABLES_FILE).read_text("utf-8"))
        return [
            SeenTable(table["name"], tuple(SeenColumn(**one) for one in table["columns"]))
            for table in kept
        ]


def begin(uploads: Sequence[UploadedFile[Any]], given: Given, *, by: User | None = None) -> Batch:
    """Keep the uploads, read them in an isolated process and write the plan."""
    sweep(time.time())
    folder = _root() / uuid.uuid4().hex
    (folder / _FILES).mkdir(parents=True)
    names = {f"{number:04}": _name(upload) for number, upload in enumerate(uploads, start=1)}
    (folder / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
    for name, upload in _taken_in(dict(zip(names, uploads, strict=True))):
        _keep(folder / _FILES / name, upload)
    return _plan(folder, _files(folder), given, by)


def read_anew(batch: Batch, given: Given, *, by: User | None = None) -> Batch:
    """Plan the kept files once more, their columns taken otherwise.

    Raises BusyBatchError where the plan is being carried out, or was in part.
    """
    with _lock(batch.folder):
        if batch.results():
            raise BusyBatchError(batch.id)
        return _plan(batch.folder, _files(batch.folder), given, by)


def _plan(folder: Path, files: Sequence[Named], given: Given, by: User | None) -> Batch:
    """Write how the files are read, and the plan that follows."""
    (folder / _GIVEN).write_text(json.dumps(asdict(given), ensure_ascii=False), encoding="utf-8")
    plan = make_plan(files, given, folder, by=by, seconds=READING_SECONDS)
    return Batch(str(uuid.UUID(folder.name)), folder, plan)


def open_batch(batch: str) -> Batch:
    """Return the import with this id. Raises MissingBatchError."""
    folder = _root() / uuid.UUID(batch).hex
    try:
        return Batch(str(uuid.UUID(folder.name)), folder, read_plan(folder / PLAN_FILE))
    except OSError as error:
        raise MissingBatchError(batch) from error


def go_on(batch: Batch, applying: Applying, *, seconds: float) -> list[Result]:
    """Apply the plan from where it stopped, for about so many seconds; return all results.

    Raises BusyBatchError where that is being done already.
    """
    with _lock(batch.folder):
        results = batch.results()
        begun = len(results)
        until = time.monotonic() + seconds
        with _taken_up(batch.folder / _OUTCOMES) as lines:
            for outcome in apply_plan(batch.plan, applying, done=begun):
                is_first = len(results) == begun
                result = (is_first and _done_before(batch, outcome, applying)) or _result(outcome)
                lines.write(f"{json.dumps(asdict(result))}\n")
                lines.flush()
                results.append(result)
                if time.monotonic() > until:
                    catch_up()
                    break
        if len(results) == batch.plan.writes:
            shutil.rmtree(batch.folder / _FILES, ignore_errors=True)
        return results


def _noted(path: Path) -> list[str]:
    """Return the lines of a file; one that a killed process left without its end is none."""
    if not path.exists():
        return []
    return [line for line in path.read_text("utf-8").splitlines(keepends=True) if line[-1] == "\n"]


def _taken_up(path: Path) -> IO[str]:
    """Open the notes to write on after the last whole line."""
    lines = path.open("a", encoding="utf-8")
    lines.truncate(sum(len(line.encode()) for line in _noted(path)))
    return lines


def _result(outcome: Outcome) -> Result:
    return Result(outcome.document.pk if outcome.document else None, outcome.error)


def _done_before(batch: Batch, outcome: Outcome, applying: Applying) -> Result | None:
    """Return the result of a step whose process was killed between storing and saying so."""
    if not outcome.error:
        return None
    planned_at = datetime.fromtimestamp(batch.plan.path.stat().st_mtime, UTC)
    stored = find_stored(outcome.item, by=applying.by, since=planned_at)
    return Result(stored.pk) if stored else None


def sweep(now: float) -> None:
    """Remove imports older than a week, and halves of uploads whose server was killed.

    `now` is in seconds since 1970.
    """
    for folder in _older(_root(), now - KEPT_SECONDS):
        shutil.rmtree(folder, ignore_errors=True)
    for half in _older(Path(settings.FILE_UPLOAD_TEMP_DIR), now - ARRIVING_SECONDS):
        half.unlink(missing_ok=True)


def _older(folder: Path, than: float) -> Iterator[Path]:
    for path in folder.iterdir() if folder.exists() else ():
        with suppress(FileNotFoundError):  # another upload swept it
            if path.stat().st_mtime < than:
                yield path


def _root() -> Path:
    return Path(settings.MEDIA_ROOT) / "imports"


def _name(upload: UploadedFile[Any]) -> str:
    return Path((upload.name or "").replace("\\", "/")).name


def _taken_in(uploads: Mapping[str, UploadedFile[Any]]) -> Iterator[tuple[str, UploadedFile[Any]]]:
    """Give the uploads up to the bounds of one import; the rest has to come in another."""
    room = TOTAL_LIMIT
    for name, upload in islice(uploads.items(), FILES_LIMIT):
        room -= upload.size or 0
        if room < 0:
            return
        yield name, upload


def _keep(path: Path, upload: UploadedFile[Any]) -> None:
    """Write an upload under a number: nothing of its own name reaches the disk."""
    with path.open("wb") as kept:
        for chunk in upload.chunks():
            kept.write(chunk)


def _files(folder: Path) -> list[Named]:
    """Return the files of an import by their names; those not taken in are refused by name."""
    names = json.loads((folder / _NAMES).read_text("utf-8"))
    files = [(folder / _FILES / number, name or number) for number, name in names.items()]
    return [Named(path, name, "" if path.exists() else _LEFT_OUT) for path, name in files]


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold an import; the system lets go of it when this process is killed."""
    with (folder / "lock").open("w") as lock:
        if not _hold(lock):
            raise BusyBatchError(folder.name)
        yield


def _hold(lock: IO[str]) -> bool:
    try:
        import fcntl
    except ImportError:  # a system without it serves one curator at a time
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
