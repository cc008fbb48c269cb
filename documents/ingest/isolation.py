"""Reads files of unknown origin in a process of its own, with limits of time and memory."""

from __future__ import annotations

import io
import math
import os
import pickle
import selectors
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from documents.ingest.draft import Draft, KnownSource, Page, UnreadablePageError
from documents.ingest.refusals import FILE_LIMIT, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from documents.ingest.media import Media
    from documents.ingest.opening import OpenedPage
    from documents.ingest.readers.tables import BadRow
    from documents.ingest.rows import Layout, RowRead

TIME_LIMIT: Final = 20.0  # seconds for one file, or for one batch of rows
MEMORY_LIMIT: Final = 512 * 1024 * 1024  # bytes of address space
WRITE_LIMIT: Final = 128 * 1024 * 1024  # bytes of a temporary file that a library may want
BATCH: Final = 100  # rows
_LENGTH = struct.Struct(">Q")
_ANSWER_LIMIT: Final = 256 * 1024 * 1024
_FILES_A_PROCESS: Final = 500  # then a fresh one, whatever the libraries have kept
_ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Open:
    """The order to read a file; it stays open for orders of rows where it is a table."""

    path: str
    file_name: str
    known: tuple[KnownSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The order to make drafts of some rows of the table that was opened last."""

    layout: Layout
    start: int
    stop: int
    known: tuple[KnownSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """The order to make a draft of a text that is at hand."""

    page: Page
    known: tuple[KnownSource, ...] = ()


type Order = Open | Rows | Text


@dataclass(frozen=True, slots=True)
class Summary:
    """What a table holds; `count` rows can be read, `bad` ones cannot."""

    media: Media
    columns: tuple[str, ...]
    count: int
    bad: tuple[BadRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the process found, or a refusal: its code and its sentence."""

    page: OpenedPage | None = None
    table: Summary | None = None
    rows: tuple[RowRead, ...] = ()
    draft: Draft | None = None
    code: str = ""
    sentence: str = ""


class IsolatedReader:
    """Reads files one after the other; a process that a file broke is replaced.

    Use it as a context manager. Not for several threads at once. `seconds` are those of one order;
    where `seconds_in_all` are given, an order that begins after them, or lasts beyond, is refused.
    """

    def __init__(
        self,
        known: Sequence[KnownSource] = (),
        *,
        seconds: float = TIME_LIMIT,
        seconds_in_all: float | None = None,
    ) -> None:
        self._known = tuple(known)
        self._seconds = seconds
        self._until = math.inf if seconds_in_all is None else time.monotonic() + seconds_in_all
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def open(self, path: Path, file_name: str = "") -> OpenedPage | Summary:
        """Read the file at `path`. Raises UnreadablePageError with a sentence for a person."""
        check_size(path)
        if self._files >= _FILES_A_PROCESS:
            self.close()
        self._files += 1
        answer = self._ask(Open(str(path.resolve()), file_name or path.name, self._known))
        found = answer.page or answer.table
        if found is None:
            raise refusal("crashed")
        return found

    def rows(self, layout: Layout, count: int) -> Iterator[RowRead]:
        """Give the rows of the table opened last as drafts, in batches."""
        for start in range(0, count, BATCH):
            order = Rows(layout, start, min(start + BATCH, count), self._known)
            yield from self._ask(order).rows

    def draft(self, page: Page) -> Draft:
        """Make a draft of a text. Raises UnreadablePageError."""
        draft = self._ask(Text(page, self._known)).draft
        if draft is None:
            raise refusal("crashed")
        return draft

    def close(self) -> None:
        """End the process; the next file starts another one."""
        process, self._process, self._files = self._process, None, 0
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        process.wait()

    def _ask(self, order: Order) -> Answer:
        if time.monotonic() >= self._until:
            raise refusal("no_time_left")
        process = self._process or self._start()
        try:
            _write(process, order)
            answer = _read(process, min(time.monotonic() + self._seconds, self._until))
        except TimeoutError:
            self.close()
            is_late = time.monotonic() >= self._until
            raise refusal("no_time_left" if is_late else "too_slow") from None
        except (EOFError, OSError, pickle.UnpicklingError):
            self.close()
            raise refusal("crashed") from None
        except BaseException:
            self.close()
            raise
        if answer.code:
            if process.poll() is not None:
                self.close()
            raise UnreadablePageError(answer.code, answer.sentence)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the process without the parent's secrets in its environment."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
        threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "documents.ingest.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=kept | threads,
        )
        return self._process


def check_size(path: Path) -> None:
    """Raise UnreadablePageError for a file that is missing or too large, without reading it."""
    try:
        size = path.stat().st_size
    except OSError:
        raise refusal("missing") from None
    if size > FILE_LIMIT:
        raise refusal("file_too_large")
    if not size:
        raise refusal("empty")


def _write(process: subprocess.Popen[bytes], order: Order) -> None:
    assert process.stdin  # noqa: S101  # it was opened as a pipe
    payload = pickle.dumps(order)
    process.stdin.write(_LENGTH.pack(len(payload)) + payload)
    process.stdin.flush()


def _read(process: subprocess.Popen[bytes], deadline: float) -> Answer:
    assert process.stdout  # noqa: S101  # it was opened as a pipe
    length: int = _LENGTH.unpack(_take(process.stdout.fileno(), _LENGTH.size, deadline))[0]
    if length > _ANSWER_LIMIT:
        raise EOFError
    answer = _Unpickler(io.BytesIO(_take(process.stdout.fileno(), length, deadline))).load()
    if not isinstance(answer, Answer):
        raise EOFError
    return answer


def _take(pipe: int, length: int, deadline: float) -> bytes:
    """Read `length` bytes from a pipe; TimeoutError after the deadline, EOFError at its end."""
    taken = bytearray()
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while len(taken) < length:
            if not waiting.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
            piece = os.read(pipe, min(1 << 20, length - len(taken)))
            if not piece:
                raise EOFError
            taken += piece
    return bytes(taken)


class _Unpickler(pickle.Unpickler):
    """Builds our own records and nothing else, whatever a broken process may send."""

    _ALLOWED: Final = {
        "documents.ingest.draft": frozenset(
            {"Access", "Author", "Caption", "DatedFact", "Draft", "Dropped", "Found"}
        ),
        "documents.ingest.isolation": frozenset({"Answer", "Summary"}),
        "documents.ingest.media": frozenset({"Media"}),
        "documents.ingest.opening": frozenset({"OpenedPage"}),
        "documents.ingest.readers.tables": frozenset({"BadRow"}),
        "documents.ingest.rows": frozenset({"RowRead"}),
    }

    def find_class(self, module: str, name: str) -> object:
        if name not in self._ALLOWED.get(module, frozenset()):
            message = f"{module}.{name} is no record"
            raise pickle.UnpicklingError(message)
        return super().find_class(module, name)
