from __future__ import annotations

import pytest
from django.utils.translation import override

from documents.overviews.glossary import glossary_entries
from tests.build import a_name, a_topic

pytestmark = pytest.mark.django_db


def test_entries_have_both_names_and_stand_in_alphabetical_order() -> None:
    a_topic("rail", "theme", en="Rail", zh="铁路")
    topic = a_topic("green", "theme", en="Green finance", zh="绿色金融")
    a_name(topic, "sustainable finance")
    a_name(topic, "greenfinance", role="hidden")
    entries = glossary_entries()["theme"]
    assert [(entry.topic.label, entry.topic.other_label) for entry in entries] == [
        ("Green finance", "绿色金融"),
        ("Rail", "铁路"),
    ]
    assert [name.name for name in entries[0].others] == ["sustainable finance"]


def test_chinese_entries_stand_in_the_order_of_pinyin() -> None:
    for slug, chinese in (
        ("rail", "铁路"),
        ("air", "空气"),
        ("green", "绿色金融"),
        ("fee", "财政"),
    ):
        a_topic(slug, "theme", zh=chinese)
    with override("zh-hans"):
        names = [entry.topic.label for entry in glossary_entries()["theme"]]
    assert names == ["财政", "空气", "绿色金融", "铁路"]
