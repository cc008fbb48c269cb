"""MinHash: a few numbers that stand for a set, so that two sets are compared without their members.

The values are those of the scheme "affine32" of datasketch 2.0 with the seed 1, number for number,
so that fingerprints stored by it stay good. Working them out here spares that library, which loads
all of SciPy (two seconds, 60 MB) for one product and one minimum.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

PERMUTATIONS: Final = 128
_AT_ONCE: Final = 4096  # members; a table of 2 MB

type Numbers = np.ndarray[tuple[int, ...], np.dtype[np.uint32]]


def minhash(members: Iterable[bytes]) -> Numbers:
    """Return 128 numbers of 32 bit, after Broder (1997): the least image of each permutation.

    A permutation is h -> a·h + b modulo 2^32 with an odd a. Without members every number is the
    largest.
    """
    digests = b"".join(hashlib.sha1(one, usedforsecurity=False).digest()[:4] for one in members)
    hashes = _mixed(np.frombuffer(digests, dtype="<u4").astype(np.uint32))
    factors, summands = _permutations()
    least = np.full(PERMUTATIONS, np.iinfo(np.uint32).max, dtype=np.uint32)
    for start in range(0, len(hashes), _AT_ONCE):
        images = factors * hashes[start : start + _AT_ONCE] + summands
        np.minimum(least, images.min(axis=1), out=least)
    return least


def _mixed(hashes: Numbers) -> Numbers:
    """Spread hashes by the last step of MurmurHash3 (Appleby)."""
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        hashes = (hashes ^ (hashes >> np.uint32(shift))) * np.uint32(factor)
    return hashes ^ (hashes >> np.uint32(16))


@cache
def _permutations() -> tuple[Numbers, Numbers]:
    drawn = np.random.RandomState(1)
    factors = drawn.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    summands = drawn.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)
    return factors[:, None], summands[:, None]
