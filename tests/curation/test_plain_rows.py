"""Rows stored in bulk are the rows that models would have stored, and their keys are in order."""

from __future__ import annotations

import pytest

from documents.curation.plain_rows import insert_models, insert_rows
from documents.models import Candidate, Mention, TopicLink
from tests.build import a_draft, a_topic

pytestmark = pytest.mark.django_db


def test_keys_come_back_in_the_order_of_the_rows() -> None:
    mentions = TopicLink.mentions.through
    assert insert_rows(mentions, ("topiclink", "mention"), []) == []
    topics = [a_topic(f"topic-{number}") for number in range(3)]
    document = a_draft()
    links = [TopicLink(document=document, topic=topic, quote=topic.slug) for topic in topics]
    insert_models(links)
    stored = TopicLink.objects.in_bulk([link.pk for link in links])
    assert [stored[link.pk].quote for link in links] == [topic.slug for topic in topics]


def test_lists_moments_and_defaults_are_stored_as_models_store_them() -> None:
    quotes = [{"zone": "body", "start": 0, "end": 4, "quote": "It’s 城市"}]
    link = TopicLink(document=a_draft(), topic=a_topic("shandong"), quote="It’s", quotes=quotes)
    insert_models([link])
    stored = TopicLink.objects.get(pk=link.pk)
    assert stored.quotes == quotes
    assert stored.created_at is not None
    assert stored.status == TopicLink.Status.SUGGESTED


def test_more_rows_than_one_statement_takes_are_all_stored() -> None:
    topics = [a_topic(f"topic-{number}") for number in range(3)]
    document = a_draft()
    values: dict[str, int | str] = {
        "document": document.pk,
        "zone": "body",
        "surface": "x",
        "quote": "x",
        "kind": "region",
        "rule": "name",
        "status": "found",
        "sense": "",
        "role": "mention",
        "polarity": "plain",
        "vocabulary_version": "",
    }
    rows = ((*values.values(), at, at + 1) for at in range(1201))
    names = (*values, "start", "end")
    keys = insert_rows(Mention, names, rows)
    assert len(set(keys)) == Mention.objects.count() == 1201
    insert_rows(Candidate, ("mention", "topic"), [(keys[0], topic.pk) for topic in topics])
    assert Mention.objects.get(pk=keys[0]).candidates.count() == 3
