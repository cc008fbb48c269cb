"""Keeps in memory what a process read from the database, and reads it anew when that changed."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Max, Sum, Value
from django.db.models.functions import Length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet

LOOK_SECONDS = 2
"""How long another process's change may go unnoticed; one of this process is noticed at once."""
KEPT_SECONDS = 60
"""The same for a change that keeps every sum of the signature."""

_WEIGHTS = 9973  # a letter weighs by its row, so that two changes seldom make up for each other

type Signature = tuple[int, int, int]


def signature_in(rows: QuerySet[Any], *fields: str) -> Signature:
    """Ask the database for the signature of rows, by the letters of some of their fields."""
    letters = sum(map(Length, fields), Value(0))
    sums = rows.aggregate(
        number=Count("pk"), newest=Max("pk"), weighed=Sum(letters * (F("pk") % _WEIGHTS + 1))
    )
    return sums["number"], sums["newest"] or 0, sums["weighed"] or 0


def signature_of(rows: Iterable[tuple[int, int]]) -> Signature:
    """Return the same for rows that were read: for each its primary key and its letters."""
    number = newest = weighed = 0
    for pk, letters in rows:
        number, newest = number + 1, max(newest, pk)
        weighed += letters * (pk % _WEIGHTS + 1)
    return number, newest, weighed


class Kept[Thing]:
    """One thing that is asked for at every search and seldom changes.

    `read` gives it with the signature of the rows it was made from; `signature` asks the database
    for the signature alone, in one quick query.
    """

    def __init__(
        self, read: Callable[[], tuple[Thing, Signature]], signature: Callable[[], Signature]
    ) -> None:
        self._read, self._ask = read, signature
        self._lock = threading.Lock()
        self._value: Thing | None = None
        self._signature: Signature = (0, 0, 0)
        self._looked_at = self._read_at = 0.0

    def load(self) -> Thing:
        """Return it; now and then one query tells whether what is in memory is still true."""
        with self._lock:
            now = time.monotonic()
            is_due = now - self._looked_at > LOOK_SECONDS
            if self._value is None or (is_due and not self._is_true(now)):
                self._value, self._signature = self._read()
                self._read_at = self._looked_at = now
            elif is_due:
                self._looked_at = now
            return self._value

    def forget(self) -> None:
        """Read it anew at the next use."""
        with self._lock:
            self._value = None

    def _is_true(self, now: float) -> bool:
        return now - self._read_at < KEPT_SECONDS and self._ask() == self._signature
