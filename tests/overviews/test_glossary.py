from __future__ import annotations

import pytest

from documents.overviews.glossary import glossary_entries
from tests.build import a_name, a_topic

pytestmark = pytest.mark.django_db


def test_entries_have_both_names_and_stand_in_alphabetical_order() -> None:
    a_topic("rail", "theme", en="Rail", zh="铁路")
    topic = a_topic("green", "theme", en="Green finance", zh="绿色金融")
    a_name(topic, "sustainable finance")
    a_name(topic, "greenfinance", role="hidden")
    entries = glossary_entries()["theme"]
    assert [(entry.english, entry.chinese) for entry in entries] == [
        ("Green finance", "绿色金融"),
        ("Rail", "铁路"),
    ]
    assert [name.name for name in entries[0].others] == ["sustainable finance"]
