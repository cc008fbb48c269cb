from __future__ import annotations

import random

import pytest
from hypothesis import given, strategies as st

from documents.ingest.fingerprints import (
    BANDS,
    checksum_of,
    estimate,
    fingerprint,
    similarity,
)
from tests.ingest.making import HAN_PAGE

WORDS = [f"word{number}" for number in range(400)]
TEXT = " ".join(random.Random(1).choices(WORDS, k=900))


def without(text: str, share: float, seed: int = 2) -> str:
    chance = random.Random(seed)
    return " ".join(word for word in text.split() if chance.random() > share)


def test_case_width_variants_and_blanks_make_no_other_checksum() -> None:
    assert checksum_of("Ｈarbour  瀋陽\n") == checksum_of("harbour\u3000沈阳")
    assert checksum_of("harbour") != checksum_of("harbours")


def test_a_copy_with_two_words_lost_in_a_hundred_shares_a_band() -> None:
    original = set(fingerprint(TEXT).bands)
    found = [original & set(fingerprint(without(TEXT, 0.02, seed)).bands) for seed in range(20)]
    assert all(found)


def test_another_text_shares_no_band() -> None:
    other = " ".join(random.Random(9).choices(WORDS, k=900))
    assert not set(fingerprint(TEXT).bands) & set(fingerprint(other).bands)


def test_the_estimate_is_near_the_share_of_shingles() -> None:
    one, other = fingerprint(TEXT), fingerprint(without(TEXT, 0.05))
    assert estimate(one.minhash, one.minhash) == 1.0
    assert 0.6 < estimate(one.minhash, other.minhash) < 0.95
    assert estimate(one.minhash, b"") == 0.0


def test_a_chinese_text_is_fingerprinted_by_pairs_of_characters() -> None:
    one, other = fingerprint(HAN_PAGE), fingerprint(HAN_PAGE.replace("春季", "夏季", 1))
    assert len(one.bands) == BANDS
    assert set(one.bands) & set(other.bands)


def test_a_text_too_short_for_shingles_has_its_checksum_only() -> None:
    found = fingerprint("two words")
    assert (found.minhash, found.bands) == (b"", ())


def test_similarity_counts_words_in_order() -> None:
    assert similarity("a b c d", "a b c d") == 1.0
    assert similarity("a b c d", "a b d") == pytest.approx(6 / 7)
    assert similarity("山东半岛", "山东沿海") == 0.5
    assert similarity("a b", "c d", 0.5) == 0.0


def test_very_long_texts_are_compared_by_their_sentences() -> None:
    long = ". ".join(f"sentence {number} of a very long text" for number in range(9000))
    assert similarity(long, long.replace("sentence 7 ", "phrase 7 ")) > 0.99


@given(st.text())
def test_any_text_has_a_fingerprint_and_always_the_same(text: str) -> None:
    assert fingerprint(text) == fingerprint(text)


def test_the_numbers_of_a_text_never_change_since_they_are_stored() -> None:
    found = fingerprint("one two three four")
    assert found.minhash[:16].hex() == "5f301203033e82277df1c4265ceb434c"
