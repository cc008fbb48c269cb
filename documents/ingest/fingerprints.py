"""The fingerprint of a text, by which copies of it are found among many, and their likeness."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PERMUTATIONS: Final = 128
# 18 bands of 7 rows make a pair of Jaccard similarity .6 as likely found as not; these are the
# values that minimise false positives and negatives alike at .6 (Leskovec, Rajaraman, Ullman:
# Mining of Massive Datasets, section 3.4).
BANDS: Final = 18
ROWS: Final = 7
_LATIN_SHINGLE: Final = 3  # words
_HAN_SHINGLE: Final = 2  # characters
_LONG: Final = 40_000  # units; longer texts are compared sentence by sentence
_UNIT = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff]+")
_SENTENCE = re.compile(r"[^.!?。！？;；\n]+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What stands for a text in a comparison with many.

    `checksum` is that of the folded text without its blanks; `minhash` 128 numbers of 32 bit,
    big-endian, empty for a text too short to have shingles; `bands` 18 signed numbers of 64 bit.
    Two texts of Jaccard similarity .6 share a band as likely as not.
    """

    checksum: str
    minhash: bytes = b""
    bands: tuple[int, ...] = ()


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a body; MinHash after Broder (1997), by datasketch."""
    shingles = {shingle.encode() for shingle in _shingles(units_of(text))}
    if not shingles:
        return Fingerprint(checksum_of(text))
    minhash = _minhash()
    minhash.update_batch(list(shingles))
    values = minhash.hashvalues.astype(">u4").tobytes()
    minhash.clear()
    return Fingerprint(checksum_of(text), values, tuple(_bands(values)))


def checksum_of(text: str) -> str:
    """Return the SHA-256 of a text; case, width, variants of characters and blanks are equal."""
    return hashlib.sha256("".join(fold(text).split()).encode("utf-8", "replace")).hexdigest()


def estimate(first: bytes, second: bytes) -> float:
    """Return the Jaccard similarity of two texts as their MinHashes estimate it, 0..1."""
    if not first or len(first) != len(second):
        return 0.0
    pairs = zip(memoryview(first).cast("I"), memoryview(second).cast("I"), strict=True)
    return sum(one == other for one, other in pairs) / PERMUTATIONS


def similarity(first: str, second: str, least: float = 0.0) -> float:
    """Return the share of two texts that stands in both in the same order, 0..1.

    This is the normalised Indel similarity of their words and Han characters, of whole sentences
    where they are very long. Below `least` it may give 0 instead, which is quicker.
    """
    from rapidfuzz.distance import Indel

    one, other = units_of(first), units_of(second)
    if max(len(one), len(other)) > _LONG:
        one, other = _sentences(first), _sentences(second)
    return float(Indel.normalized_similarity(one, other, score_cutoff=least))


def units_of(text: str) -> list[str]:
    """Return the words and the single Han characters of a text, folded."""
    return _UNIT.findall(fold(text))


def _sentences(text: str) -> list[str]:
    return ["".join(part.split()) for part in _SENTENCE.findall(fold(text)) if part.strip()]


def _shingles(units: Sequence[str]) -> Iterator[str]:
    """Give runs of three words, and of two where they are Han characters."""
    for start, unit in enumerate(units):
        length = _HAN_SHINGLE if _is_han(unit) else _LATIN_SHINGLE
        run = units[start : start + length]
        if len(run) == length:
            yield " ".join(run)


def _is_han(unit: str) -> bool:
    return unit >= "\u3400" and len(unit) == 1


def _bands(values: bytes) -> Iterator[int]:
    width = ROWS * 4
    for band in range(BANDS):
        part = values[band * width : (band + 1) * width]
        digest = hashlib.blake2b(part, digest_size=8, salt=band.to_bytes(2)).digest()
        yield int.from_bytes(digest, signed=True)


@cache
def _minhash() -> Any:  # datasketch is untyped, and takes a second to load
    from datasketch import MinHash

    return MinHash(num_perm=PERMUTATIONS, seed=1)
