from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from documents.models import Mention, Relation, TopicLink
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def visible_links(**fields: Any) -> list[TopicLink]:
    return list(TopicLink.objects.filter(a_visibility(**fields).links()))


def test_a_link_by_rule_needs_its_sentence() -> None:
    with pytest.raises(IntegrityError, match="topic_link_by_rule_has_evidence"):
        a_link(a_document(), a_topic("shandong"), quote="")


def test_a_curator_may_link_without_a_sentence() -> None:
    link = a_link(a_document(), a_topic("shandong"), quote="", origin="curator")
    assert link.is_decided


def test_a_document_is_linked_to_a_topic_once() -> None:
    document, topic = a_document(), a_topic("shandong")
    a_link(document, topic)
    with pytest.raises(IntegrityError):
        a_link(document, topic)


def test_only_accepted_links_of_readable_records_count() -> None:
    topic = a_topic("shandong")
    public = a_link(a_document("Public"), topic)
    a_link(a_document("Suggested only"), topic, status="suggested")
    a_link(a_draft(), topic)
    a_link(a_document("Embargoed", embargo_until=NOON + timedelta(days=1)), topic)
    assert visible_links() == [public]


def test_a_link_that_rests_on_licensed_text_is_for_entitled_readers() -> None:
    link = a_link(a_document(access="licensed"), a_topic("shandong"), is_restricted=True)
    assert visible_links() == []
    assert visible_links(reads_licensed=True) == [link]


def test_a_mention_has_words_and_a_length() -> None:
    with pytest.raises(IntegrityError, match="mention_has_a_length"):
        Mention.objects.create(
            document=a_document(),
            zone="body",
            start=5,
            end=5,
            surface="x",
            quote="x",
            kind="region",
        )


def test_a_relation_is_between_two_records() -> None:
    record = a_document()
    with pytest.raises(IntegrityError, match="relation_is_between_two"):
        Relation.objects.create(subject=record, object=record, kind=Relation.Kind.CITES)


def test_a_relation_has_a_wording_for_each_direction() -> None:
    first, second = a_document("First"), a_document("Second")
    for kind in Relation.Kind:
        assert Relation(subject=first, object=second, kind=kind).reverse_verb
