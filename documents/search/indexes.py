"""Which indexes there are, where they lie, and which one answers.

An index of files is a folder whose name begins with its engine; a small file beside it,
`<engine>.current`, names the one that answers, and is replaced by an atomic rename.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files import locks
from django.utils import timezone
from django.utils.module_loading import import_string

from documents.models import IndexTarget
from documents.search.engines.base import IndexUnusableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.search.engines.base import Engine

__all__ = ["IndexBusyError", "IndexUnusableError"]

ENGINES = {
    "memory": "documents.search.engines.memory.MemoryEngine",
    "whoosh": "documents.search.engines.whoosh.WhooshEngine",
    "tantivy": "documents.search.engines.tantivy.TantivyEngine",
    "postgres": "documents.search.engines.postgres.PostgresEngine",
}
IN_FILES = ("whoosh", "tantivy")
_opened: dict[Path, Engine] = {}
_answering: dict[str, str] = {}
_opening = threading.Lock()


class IndexBusyError(Exception):
    """Another process is writing to the index."""


def chosen() -> str:
    """Return the name of the engine that the settings choose."""
    return str(settings.SEARCH_ENGINE)


def new_name(engine: str) -> str:
    if engine == "memory":
        return engine
    return f"{engine}-{timezone.now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def engine_of(name: str) -> str:
    return name.partition("-")[0]


def folder_of(name: str) -> Path:
    return Path(settings.SEARCH_INDEX_DIR) / name


def current_name(engine: str) -> str:
    """Return the name of the index that answers for an engine, "" when there is none."""
    if engine == "memory":
        return engine
    if engine == "postgres":
        live = IndexTarget.objects.filter(engine=engine, state=IndexTarget.State.LIVE)
        return live.values_list("name", flat=True).first() or ""
    with contextlib.suppress(OSError):
        return _pointer(engine).read_text(encoding="utf-8").strip()
    return ""


def make_current(name: str) -> None:
    """Let an index answer from now on: one atomic rename.

    An index inside the database answers as soon as its row there says so.
    """
    if engine_of(name) not in IN_FILES:
        return
    pointer = _pointer(engine_of(name))
    beside = pointer.with_name(f"{pointer.name}.{secrets.token_hex(4)}")
    beside.write_text(name, encoding="utf-8")
    beside.replace(pointer)


def live() -> Engine:
    """Return the index that answers; raise IndexUnusableError when there is none."""
    return answering(live_name())


def live_name() -> str:
    """Return the name of the index that answers; raise IndexUnusableError when there is none."""
    name = current_name(chosen())
    if not name:
        message = "There is no index yet."
        raise IndexUnusableError(message)
    return name


def answering(name: str) -> Engine:
    """Return the index that answers, whose name was just looked up."""
    engine = opened(name)
    before = _answering.get(chosen())
    _answering[chosen()] = name
    if before not in (None, name):  # another process swapped: let go of the files and arrays
        forget(str(before))
    return engine


def opened(name: str) -> Engine:
    """Return an index, opened once a process."""
    folder = folder_of(name)
    with _opening:
        if folder not in _opened:
            engine = _engine_class(engine_of(name))
            _opened[folder] = engine() if engine_of(name) == "memory" else engine(folder)
        return _opened[folder]


def created(name: str) -> Engine:
    """Return a new empty index."""
    with _opening:
        if engine_of(name) == "memory":
            _opened[folder_of(name)] = _engine_class(name)()
        else:
            _opened[folder_of(name)] = _engine_class(engine_of(name)).create(folder_of(name))
        return _opened[folder_of(name)]


@contextlib.contextmanager
def temporary(engine: str) -> Iterator[Engine]:
    """Give an empty index that is deleted afterwards: for measuring."""
    made = _engine_class(engine)
    with tempfile.TemporaryDirectory(prefix="kb-index-") as folder:
        place = Path(folder) / new_name(engine)
        index: Engine = made() if engine == "memory" else made.create(place)
        try:
            yield index
        finally:
            index.close()
            if engine == "postgres":
                made.remove(place)


def forget(name: str) -> None:
    """Close an index, so that the next use opens it anew."""
    with _opening:
        engine = _opened.pop(folder_of(name), None)
    if engine is not None:
        engine.close()


def remove(name: str) -> None:
    """Delete an index; one that another process still reads stays readable there."""
    forget(name)
    if engine_of(name) == "postgres":
        _engine_class("postgres").remove(folder_of(name))
    shutil.rmtree(folder_of(name), ignore_errors=True)
    folder_of(name).with_name(f"{name}.lock").unlink(missing_ok=True)


def names_kept(engine: str) -> list[str]:
    if engine == "postgres":
        names: list[str] = _engine_class(engine).names()
        return names
    folder = Path(settings.SEARCH_INDEX_DIR)
    return sorted(path.name for path in folder.glob(f"{engine}-*") if path.is_dir())


@contextlib.contextmanager
def writing(name: str, *, wait_seconds: float = 0) -> Iterator[None]:
    """Hold the lock by which one process at a time writes; raise IndexBusyError when it is held.

    The operating system gives the lock back when its holder dies.
    """
    path = Path(settings.SEARCH_INDEX_DIR) / f"{name}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        _acquire(handle, wait_seconds)
        try:
            yield
        finally:
            locks.unlock(handle)


def _acquire(handle: Any, wait_seconds: float) -> None:
    patience = threading.Event()
    waited = 0.0
    while not locks.lock(handle, locks.LOCK_EX | locks.LOCK_NB):
        if waited >= wait_seconds:
            message = "Another process is writing to the index; try again when it has finished."
            raise IndexBusyError(message)
        patience.wait(0.05)
        waited += 0.05


def _engine_class(engine: str) -> Any:
    try:
        return import_string(ENGINES[engine])
    except KeyError as error:
        message = f"There is no search engine “{engine}”; choose one of {', '.join(ENGINES)}."
        raise IndexUnusableError(message) from error
    except ImportError as error:
        message = f"The search engine “{engine}” is not installed."
        raise IndexUnusableError(message) from error


def _pointer(engine: str) -> Path:
    return Path(settings.SEARCH_INDEX_DIR) / f"{engine}.current"
