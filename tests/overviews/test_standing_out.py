from __future__ import annotations

from datetime import timedelta

import pytest

from documents.overviews.standing_out import StandingOut, likelihood, words_standing_out
from documents.search import SearchQuery, find, indexing
from tests.build import NOON, a_document, a_visibility

pytestmark = pytest.mark.django_db


def standing_out(text: str) -> StandingOut:
    indexing.drain()
    return words_standing_out(SearchQuery(text), a_visibility())


def words(text: str) -> dict[str, tuple[int, int]]:
    return {word.text: (word.count, word.base_count) for word in standing_out(text).words}


@pytest.fixture(autouse=True)
def records() -> None:
    for number in range(4):
        a_document(f"Port {number}", body="The port buys hydrogen cranes. 港口使用氢能。")
        a_document(f"Farm {number}", body="The farm buys land. 农村土地。")
        a_document(f"Road {number}", body="The road buys land.")


def test_a_word_is_shown_as_it_is_written_with_exact_counts() -> None:
    found = words("port")
    assert found["hydrogen"] == (4, 4)
    assert found["cranes"] == (4, 4)
    assert found["港口"] == (4, 4)
    assert "buys" not in found
    assert "port" not in found


def test_following_a_word_finds_as_many_records_as_it_says() -> None:
    for word in standing_out("farm OR road").words:
        page = find(SearchQuery(f'(farm OR road) "{word.text}"'), a_visibility())
        assert page.total == word.count


def test_no_word_of_a_hidden_or_licensed_text_is_told() -> None:
    before = standing_out("port")
    later = NOON + timedelta(days=9)
    for number in range(3):
        a_document(f"Port draft {number}", body="Canary port.", status="draft", visible_from=None)
        a_document("Other", body="Canary port hydrogen.", embargo_until=later)
        a_document("Other", body="Other.", restricted_body="Canary port cranes.", access="licensed")
    after = standing_out("port")
    assert "anary" not in str(after)
    assert [(word.text, word.count) for word in after.words] == [
        (word.text, word.count) for word in before.words
    ]


def test_nothing_stands_out_of_everything_or_of_nothing() -> None:
    assert words("") == {}
    assert words("unheard") == {}


def test_likelihood_grows_with_the_difference() -> None:
    assert likelihood(10, 100, 100, 1000) == pytest.approx(0)
    assert likelihood(20, 100, 100, 1000) < likelihood(40, 100, 100, 1000)
