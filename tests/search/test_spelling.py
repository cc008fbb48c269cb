from __future__ import annotations

import pytest

from documents.search.spelling import changes_between


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        ("port", "port", 0),
        ("prot", "port", 1),
        ("ports", "port", 1),
        ("pert", "port", 1),
        ("shangdong", "shandong", 1),
        ("aglomeratoin", "agglomeration", 2),
        ("", "port", 4),
    ],
)
def test_changes_are_counted_a_swap_as_one(one: str, other: str, changes: int) -> None:
    assert changes_between(one, other) == changes
