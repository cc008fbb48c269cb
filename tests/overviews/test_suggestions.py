from __future__ import annotations

from datetime import timedelta

import pytest

from documents.models import TopicName
from documents.overviews.suggestions import Suggestion, suggest_rows
from documents.search import indexing
from tests.build import NOON, a_document, a_draft, a_link, a_name, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def rows(typed: str, group: str = "") -> list[Suggestion]:
    indexing.drain()
    found = suggest_rows(typed, a_visibility())
    return [row for row in found if not group or row["group"] == group]


def texts(typed: str, group: str = "") -> list[str]:
    return [row["text"] for row in rows(typed, group)]


def test_a_topic_is_offered_by_any_of_its_names_with_the_one_that_matched() -> None:
    topic = a_topic("yangtze-delta", "cluster", en="Yangtze River Delta", zh="长三角城市群")
    a_name(topic, "长江三角洲", "zh")
    a_link(a_document(), topic)
    [row] = rows("长江")
    assert row == {
        "group": "Topics",
        "text": "Yangtze River Delta (长江三角洲)",
        "note": "Cluster · 1 record",
        "address": "/clusters/yangtze-delta/",
    }
    assert texts("yangtze") == ["Yangtze River Delta 长三角城市群"]


def test_a_hidden_name_matches_and_is_not_shown() -> None:
    topic = a_topic("green", "theme", en="Green development")
    a_name(topic, "verdant", role=TopicName.Role.HIDDEN)
    assert texts("verd") == ["Green development"]


def test_a_topic_that_begins_with_the_words_comes_first_then_one_with_a_word_that_does() -> None:
    a_topic("west", en="Western Shandong")
    a_topic("shandong", en="Shandong")
    a_topic("hashan", en="Hashan")
    assert texts("shan") == ["Shandong", "Western Shandong", "Hashan"]


def test_among_equals_the_topic_with_more_records_comes_first() -> None:
    a_topic("shandong", en="Shandong")
    a_link(a_document(), a_topic("shanghai", en="Shanghai"))
    assert texts("shan", "Topics") == ["Shanghai", "Shandong"]


def test_a_record_is_offered_by_the_words_of_its_title_in_any_order() -> None:
    a_document("Ports of the Yellow River", body="")
    a_document("黄河流域生态保护", body="")
    assert texts("river por", "Records") == ["Ports of the Yellow River"]
    assert texts("流域", "Records") == ["黄河流域生态保护"]
    assert texts("黄河 生态", "Records") == ["黄河流域生态保护"]


def test_the_last_word_is_completed_as_far_as_the_question_finds_something() -> None:
    a_document("One", body="Green hydrogen.")
    a_document("Two", body="Hydrology.")
    assert [(row["text"], row["note"]) for row in rows("hydro", "Words")] == [
        ("hydrogen", "1 record"),
        ("hydrology", "1 record"),
    ]
    assert texts("green hydro", "Words") == ["green hydrogen"]
    assert rows("green hydro", "Words")[0]["address"] == "/search/?q=green+hydrogen"
    assert texts("title:hydro", "Words") == []


def test_there_are_eight_rows_at_most() -> None:
    for number in range(9):
        a_topic(f"port-{number}", en=f"Port {number}")
        a_document(f"Port{'abcdefghi'[number]} {number}")
    assert len(rows("port")) == 8


def test_nothing_hidden_is_offered() -> None:
    a_draft("Canary plan")
    a_document("Embargo", body="canaries", embargo_until=NOON + timedelta(days=9))
    a_document("Licensed", restricted_body="canarian", access="licensed")
    a_document("Gone", body="canarial", status="withdrawn", withdrawn_reason="Error")
    assert rows("canar") == []
    assert rows("can") == []


@pytest.mark.parametrize("typed", ["", " ", "a", "%", "\x00", '"', "(((", "title:", "NOT"])
def test_too_little_is_answered_with_nothing(typed: str) -> None:
    a_document("A plan")
    assert rows(typed) == []
