from __future__ import annotations

import time

import pytest

from documents.models import Source
from documents.search.kept import (
    KEPT_SECONDS,
    LOOK_SECONDS,
    Kept,
    Signature,
    signature_in,
    signature_of,
)
from tests.build import a_source


class Shelf:
    """A base with one row: what was read, and how often it was read and looked at."""

    def __init__(self) -> None:
        self.row = "one"
        self.reads = self.looks = 0

    def read(self) -> tuple[str, Signature]:
        self.reads += 1
        return self.row, signature_of([(1, len(self.row))])

    def signature(self) -> Signature:
        self.looks += 1
        return signature_of([(1, len(self.row))])


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def kept(shelf: Shelf) -> Kept[str]:
    return Kept(shelf.read, shelf.signature)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_it_is_read_once_and_not_looked_at_again_at_once(
    shelf: Shelf, kept: Kept[str], clock: list[float]
) -> None:
    assert [kept.load(), kept.load()] == ["one", "one"]
    clock[0] += LOOK_SECONDS
    assert kept.load() == "one"
    assert (shelf.reads, shelf.looks) == (1, 0)


def test_another_process_change_is_noticed_soon(
    shelf: Shelf, kept: Kept[str], clock: list[float]
) -> None:
    kept.load()
    shelf.row = "other"
    clock[0] += LOOK_SECONDS + 0.1
    assert kept.load() == "other"
    assert (shelf.reads, shelf.looks) == (2, 1)


def test_a_change_that_keeps_the_signature_is_noticed_in_a_minute(
    shelf: Shelf, kept: Kept[str], clock: list[float]
) -> None:
    kept.load()
    shelf.row = "two"
    clock[0] += LOOK_SECONDS + 0.1
    assert kept.load() == "one"
    clock[0] += KEPT_SECONDS
    assert kept.load() == "two"


def test_what_is_forgotten_is_read_anew(shelf: Shelf, kept: Kept[str]) -> None:
    kept.load()
    shelf.row = "two"
    kept.forget()
    assert kept.load() == "two"


@pytest.mark.django_db
def test_the_database_and_what_was_read_of_it_have_one_signature() -> None:
    assert signature_in(Source.objects.all(), "name", "slug") == signature_of([]) == (0, 0, 0)
    rows = [a_source("Institute"), a_source("An academy of the north")]
    read = signature_of((one.pk, len(one.name) + len(one.slug)) for one in rows)
    assert signature_in(Source.objects.all(), "name", "slug") == read
