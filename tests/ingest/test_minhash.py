"""The numbers stay those that stored fingerprints were made with."""

from __future__ import annotations

import numpy as np

from documents.ingest.minhash import PERMUTATIONS, minhash


def test_the_numbers_of_a_set_never_change() -> None:
    # Worked out by datasketch 2.0.0: MinHash(num_perm=128, seed=1).
    found = minhash([b"a b", b"b c"])
    assert found[:4].tolist() == [2470071287, 2133009368, 1519552034, 720718323]


def test_order_and_repetition_make_no_difference() -> None:
    assert (minhash([b"x", b"y", b"x"]) == minhash([b"y", b"x"])).all()


def test_many_members_are_worked_out_in_parts_to_the_same_numbers() -> None:
    members = [str(number).encode() for number in range(10_000)]
    parts = (minhash(members[:6000]), minhash(members[6000:]))
    assert (minhash(members) == np.minimum(*parts)).all()


def test_an_empty_set_has_the_largest_numbers() -> None:
    assert minhash([]).tolist() == [2**32 - 1] * PERMUTATIONS
