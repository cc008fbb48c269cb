"""The process that reads files for `isolation`: `python -m documents.ingest.child`.

It takes orders from its standard input and answers on its standard output, one framed pickle
each. It limits its own memory and what it may write.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from documents.ingest.draft import UnreadablePageError
from documents.ingest.isolation import MEMORY_LIMIT, WRITE_LIMIT, Answer, Open, Rows, Summary, Text
from documents.ingest.opening import OpenedPage, OpenedTable, open_file
from documents.ingest.pipeline import draft_from
from documents.ingest.refusals import refusal
from documents.ingest.rows import read_row

if TYPE_CHECKING:
    from documents.ingest.isolation import Order
    from documents.ingest.rows import RowRead

_LENGTH = struct.Struct(">Q")


def main() -> None:
    """Answer orders until the input ends; leave after running out of memory."""
    orders = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # libraries may print
    limit()
    table: OpenedTable | None = None
    while header := orders.read(_LENGTH.size):
        order: Order = pickle.loads(orders.read(*_LENGTH.unpack(header)))  # noqa: S301  # the parent
        try:
            answer, table = _answer(order, table)
        except UnreadablePageError as error:
            answer = Answer(code=error.code, sentence=str(error))
        except MemoryError:
            _send(answers, _refused("too_hungry"))
            return
        except Exception:  # noqa: BLE001  # whatever a file does to a reader
            answer = _refused("crashed")
        _send(answers, answer)


def limit() -> None:
    """Limit memory, written files and core dumps of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for name, value in (
        ("RLIMIT_AS", MEMORY_LIMIT),
        ("RLIMIT_FSIZE", WRITE_LIMIT),
        ("RLIMIT_CORE", 0),
    ):
        resource.setrlimit(getattr(resource, name), (value, value))


def _answer(order: Order, table: OpenedTable | None) -> tuple[Answer, OpenedTable | None]:
    if isinstance(order, Open):
        opened = open_file(Path(order.path).read_bytes(), order.file_name, order.known)
        if isinstance(opened, OpenedPage):
            return Answer(page=opened), None
        return Answer(table=_summary(opened)), opened
    if isinstance(order, Text):
        return Answer(draft=draft_from(order.page, order.known)), None
    if table is None:
        return _refused("crashed"), None
    return Answer(rows=_rows(order, table)), table


def _rows(order: Rows, opened: OpenedTable) -> tuple[RowRead, ...]:
    rows = opened.table.rows[order.start : order.stop]
    return tuple(read_row(row, order.layout, order.known) for row in rows)


def _summary(opened: OpenedTable) -> Summary:
    table = opened.table
    return Summary(opened.media, table.columns, len(table.rows), table.bad)


def _refused(reason: str) -> Answer:
    error = refusal(reason)
    return Answer(code=error.code, sentence=str(error))


def _send(answers: BinaryIO, answer: Answer) -> None:
    payload = pickle.dumps(answer)
    answers.write(_LENGTH.pack(len(payload)) + payload)
    answers.flush()


if __name__ == "__main__":
    main()
