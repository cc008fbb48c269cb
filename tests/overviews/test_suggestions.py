from __future__ import annotations

import pytest

from documents.overviews.suggestions import suggest_rows
from tests.build import a_document, a_draft, a_link, a_name, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_a_topic_is_offered_by_any_of_its_names_with_its_count() -> None:
    topic = a_topic("yangtze-delta", "cluster", en="Yangtze River Delta", zh="长三角城市群")
    a_name(topic, "长江三角洲", "zh")
    a_link(a_document(), topic)
    [row] = suggest_rows("长江", a_visibility())
    assert row == {
        "text": "Yangtze River Delta 长三角城市群",
        "note": "Cluster · 1",
        "address": "/clusters/yangtze-delta/",
    }


def test_a_topic_that_begins_with_the_words_comes_first() -> None:
    a_topic("west", en="Western Shandong")
    a_topic("shandong", en="Shandong")
    rows = suggest_rows("shan", a_visibility())
    assert [row["text"] for row in rows] == ["Shandong", "Western Shandong"]


def test_titles_of_drafts_are_not_offered() -> None:
    a_draft("Secret plan")
    a_document("Public plan")
    assert [row["text"] for row in suggest_rows("plan", a_visibility())] == ["Public plan"]


@pytest.mark.parametrize("typed", ["", " ", "a", "%"])
def test_too_little_is_answered_with_nothing(typed: str) -> None:
    a_document("A plan")
    assert suggest_rows(typed, a_visibility()) == []
