from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from documents.search.engines.postgres.facts import read_facts
from tests.build import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.search.engines.postgres.facts import Read


def reading(keys: list[int], held: Callable[[int], bool]) -> Read:
    """Return what reads an index of these keys, of which some are gone at the second question."""

    def read(sql: str, values: list[Any]) -> list[Any]:
        if "mark" in sql:
            return [("now", np.array(keys, ">i8").tobytes())]
        [asked] = values
        return [
            (key, key * 10, NOON, None, 7, [1] * 6, ["kind:news"], []) for key in asked if held(key)
        ]

    return read


def test_what_is_read_at_one_moment_bears_the_mark() -> None:
    facts = read_facts("search_x", reading([2, 1], lambda _: True), None)
    assert (facts.mark, facts.ids.tolist()) == ("now", [10, 20])


def test_what_was_deleted_while_it_was_read_leaves_no_mark() -> None:
    facts = read_facts("search_x", reading([1, 2], lambda key: key == 1), None)
    assert (facts.mark, facts.ids.tolist()) == ("", [10])
    again = read_facts("search_x", reading([1, 3], lambda _: True), facts)
    assert (again.mark, again.ids.tolist()) == ("now", [10, 30])
