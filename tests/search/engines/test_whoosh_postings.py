from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from documents.search.engines.whoosh.postings import (
    NONE,
    SHIFT,
    Postings,
    joined,
    read_postings,
    to_bytes,
)
from documents.search.engines.whoosh.writing import Buffer, WordBuffer


def numbers(*values: int) -> Any:
    return np.array(values, np.int64)


def reader(held: bytes) -> Any:
    """Return as much of a segment's reader as reading one list needs."""
    info = SimpleNamespace(extent=lambda: (3, None))
    postfile = SimpleNamespace(get=lambda at, size: (b"..." + held)[at : at + size])
    return SimpleNamespace(
        _terms=SimpleNamespace(term_info=lambda _field, _term: info, _postfile=postfile)
    )


@pytest.mark.parametrize("step", [1, 300, 70_000])
def test_a_list_is_read_back_as_it_was_laid_down(step: int) -> None:
    entries, often = numbers(2, 2 + step, 2 + 2 * step), numbers(1, 2, 1)
    positions = numbers(0, step, 2 * step, 7)
    found = read_postings(reader(to_bytes(entries, often, positions)), 10, "text", b"a")
    assert found.entries.tolist() == [12, 12 + step, 12 + 2 * step]
    assert found.frequencies.tolist() == [1, 2, 1]
    assert found.positions.tolist() == positions.tolist()


def test_a_list_without_positions_holds_each_entry_once() -> None:
    held = to_bytes(numbers(0, 4), numbers(1, 1), numbers())
    found = read_postings(reader(held), 0, "words", b"a")
    assert found.entries.tolist() == [0, 4]
    assert found.frequencies.tolist() == [1, 1]


def test_places_are_given_for_some_entries_or_all() -> None:
    postings = Postings(numbers(1, 5, 9), numbers(2, 1, 2), numbers(3, 4, 8, 0, 6))
    assert postings.places(numbers(1, 9)).tolist() == [
        *((1 << SHIFT) + 3, (1 << SHIFT) + 4),
        *((9 << SHIFT) + 0, (9 << SHIFT) + 6),
    ]
    assert len(postings.places(numbers(1, 5, 9))) == 5


def test_what_was_deleted_is_left_out_when_segments_are_joined() -> None:
    first = Postings(numbers(0, 1), numbers(1, 2), numbers(5, 6, 7))
    second = Postings(numbers(3), numbers(1), numbers(9))
    alive = np.array([True, False, True, True])
    whole = joined([first, NONE, second], alive)
    assert whole.entries.tolist() == [0, 3]
    assert whole.positions.tolist() == [5, 9]


def test_a_buffer_gives_its_terms_in_order_with_what_was_taken_over() -> None:
    buffer = Buffer()
    buffer.add(0, ["b", "¶", "a", "b"])
    buffer.add(1, ["b"])
    buffer.take("b", numbers(2, 2), numbers(4, 6))
    lists = [(term, *(held.tolist() for held in rest)) for term, *rest in buffer.lists()]
    assert lists == [("a", [0], [1], [2]), ("b", [0, 1, 2], [2, 1, 2], [0, 3, 0, 4, 6])]


def test_words_keep_no_position() -> None:
    buffer = WordBuffer()
    buffer.add(0, ["b", "a"])
    buffer.take("a", numbers(2), numbers())
    lists = [(term, *(held.tolist() for held in rest)) for term, *rest in buffer.lists()]
    assert lists == [("a", [0, 2], [1, 1], []), ("b", [0], [1], [])]
