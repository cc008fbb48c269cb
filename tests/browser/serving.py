"""The server of the browser tests: one answer at a time, and known to be idle before a test ends.

Its threads and the test share one connection to the database in memory. Two answers at once would
stand in one transaction, and an answer after the end would meet the emptying of the tables.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PATIENCE = 60
"""Seconds that the last answers get to end."""


class OneAtATime:
    """Lets an application answer one request after the other."""

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application
        self._turn = threading.Lock()
        self._changed = threading.Condition()
        self._waiting = 0

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        self._count(1)
        return self._answer(environ, start)

    def wait_until_idle(self) -> None:
        """Wait until no request is under way; raises AssertionError where one does not end."""
        with self._changed:
            is_idle = self._changed.wait_for(lambda: self._waiting == 0, timeout=PATIENCE)
        assert is_idle, f"{self._waiting} requests are still under way"

    def _answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterator[bytes]:
        try:
            with self._turn:
                answer = self.application(environ, start)
                try:
                    yield from answer
                finally:
                    if hasattr(answer, "close"):
                        answer.close()
        finally:
            self._count(-1)

    def _count(self, step: int) -> None:
        with self._changed:
            self._waiting += step
            self._changed.notify_all()
