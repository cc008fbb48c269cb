from __future__ import annotations

import time

import pytest

from documents.search.kept import KEPT_SECONDS, LOOK_SECONDS, Kept


class Shelf:
    """A base with one row: what was read, and how often it was read and looked at."""

    def __init__(self) -> None:
        self.row = "one"
        self.reads = self.looks = 0

    def read(self) -> tuple[str, tuple[int]]:
        self.reads += 1
        return self.row, (len(self.row),)

    def signature(self) -> tuple[int]:
        self.looks += 1
        return (len(self.row),)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_it_is_read_once_and_not_looked_at_again_at_once(clock: list[float]) -> None:
    shelf = Shelf()
    kept = Kept(shelf.read, shelf.signature)
    assert [kept.load(), kept.load()] == ["one", "one"]
    clock[0] += LOOK_SECONDS
    assert kept.load() == "one"
    assert (shelf.reads, shelf.looks) == (1, 0)


def test_another_process_change_is_noticed_soon(clock: list[float]) -> None:
    shelf = Shelf()
    kept = Kept(shelf.read, shelf.signature)
    kept.load()
    shelf.row = "other"
    clock[0] += LOOK_SECONDS + 0.1
    assert kept.load() == "other"
    assert (shelf.reads, shelf.looks) == (2, 1)


def test_a_change_that_keeps_the_signature_is_noticed_in_a_minute(clock: list[float]) -> None:
    shelf = Shelf()
    kept = Kept(shelf.read, shelf.signature)
    kept.load()
    shelf.row = "two"
    clock[0] += LOOK_SECONDS + 0.1
    assert kept.load() == "one"
    clock[0] += KEPT_SECONDS
    assert kept.load() == "two"


def test_what_is_forgotten_is_read_anew() -> None:
    shelf = Shelf()
    kept = Kept(shelf.read, shelf.signature)
    kept.load()
    shelf.row = "two"
    kept.forget()
    assert kept.load() == "two"
