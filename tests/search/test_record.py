from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from documents.search.indexing import records_of
from documents.search.record import Hierarchy
from documents.search.terms import GAP
from tests.build import NOON, a_document, a_draft, a_link, a_topic

if TYPE_CHECKING:
    from documents.models import Document
    from documents.search.record import IndexRecord

pytestmark = pytest.mark.django_db


def records(document: Document) -> list[IndexRecord]:
    return records_of([document.pk])


def test_a_draft_has_no_entry_and_a_published_record_one() -> None:
    assert records(a_draft()) == []
    [record] = records(a_document())
    assert record.visible_from == NOON
    assert record.visible_until is None


def test_an_embargo_gives_two_entries_that_follow_each_other() -> None:
    end = NOON + timedelta(days=1)
    document = a_document("Title", body="Body", embargo_until=end)
    a_link(document, a_topic("jinan"))
    title, whole = records(document)
    assert (title.visible_from, title.visible_until) == (NOON, end)
    assert (whole.visible_from, whole.visible_until) == (end, None)
    assert title.zones == ("Title",)
    assert "region" not in title.facets
    assert "region" in whole.facets


def test_licensed_text_is_apart() -> None:
    document = a_document("T", body="Teaser", restricted_body="secret", access="licensed")
    [record] = records(document)
    assert record.zones == ("T", "Teaser")
    assert record.terms["restricted"] == ["secret"]
    assert "secret" not in record.terms["text"]


def test_what_is_above_a_topic_is_added_but_not_to_clusters() -> None:
    province = a_topic("shandong")
    document = a_document()
    a_link(document, a_topic("jinan", parent=province))
    cluster = a_topic("peninsula", "cluster", parent=a_topic("wider", "cluster"))
    a_link(document, cluster)
    [record] = records(document)
    assert len(record.facets["region"]) == 2
    assert record.facets["cluster"] == (str(cluster.pk),)


def test_topics_in_a_circle_end_where_it_closes() -> None:
    circle = Hierarchy({1: 2, 2: 1}, {1: "region", 2: "region"})
    assert circle.with_above(1) == [1, 2]


def test_the_digest_tells_every_difference() -> None:
    [record] = records(a_document())
    [again] = records_of([record.document_id])
    assert record.digest == again.digest
    assert replace(record, title="Other").digest != record.digest
    assert replace(record, facets={}).digest != record.digest


def test_pieces_of_text_are_kept_apart() -> None:
    [record] = records(a_document("One", body="Two"))
    assert record.terms["text"] == ["one", *GAP, "two"]
