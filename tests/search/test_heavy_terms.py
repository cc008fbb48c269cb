"""The words that tell what a record is about."""

from __future__ import annotations

from documents.search.heavy_terms import KEPT, heavy_terms, telling
from documents.search.record import WHOLE, IndexRecord
from documents.text.analysis import stems
from tests.build import NOON


def a_record(title: str, *zones: str) -> IndexRecord:
    return IndexRecord(1, WHOLE, title, NOON, zones=(title, *zones))


def test_common_words_and_numbers_tell_nothing() -> None:
    assert list(telling(stems("The 14 cities of the province will have 3,000 ports"))) == [
        "citi",
        "provinc",
        "port",
    ]


def test_chinese_text_gives_pairs_of_characters() -> None:
    assert list(telling(stems("城市群的发展"))) == ["城市", "市群", "发展"]


def test_frequent_words_weigh_more_and_those_of_the_title_most() -> None:
    terms = [term for term, _weight in heavy_terms(a_record("Cordgrass", "port port port quay"))]
    assert terms == ["port", "cordgrass", "quay"]


def test_at_most_twenty_five_are_kept() -> None:
    body = " ".join(f"word{chr(97 + one)}{chr(97 + two)}" for one in range(8) for two in range(8))
    assert len(heavy_terms(a_record("Title", body))) == KEPT
