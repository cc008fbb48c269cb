from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from documents import curation
from documents.curation.batches import Work, change_all
from documents.curation.publication import publish
from documents.models import Document
from tests.build import NOON, a_document, a_draft, a_source, a_topic

pytestmark = pytest.mark.django_db


def _state() -> list[tuple[Any, ...]]:
    return [
        (one.title, one.kind, one.source_id, one.access, one.status, sorted(one.tags.names()))
        for one in Document.objects.order_by("pk")
    ]


@pytest.mark.parametrize(
    "work",
    [
        Work("kind", "news"),
        Work("access", "licensed"),
        Work("tag", "to watch"),
        Work("trash"),
        Work("withdraw", why="A wrong source."),
    ],
    ids=lambda work: work.verb,
)
def test_what_is_done_to_many_is_undone_as_one(work: Work) -> None:
    documents = [a_document(f"Record {number}") for number in range(3)]
    before = _state()
    batch = change_all([one.pk for one in documents], work, by=None, now=NOON)
    assert all(new != old for new, old in zip(_state(), before, strict=True))
    curation.undo(batch, by=None, now=NOON)
    assert _state() == before


def test_a_source_and_a_topic_are_set_for_many() -> None:
    documents = [a_document(f"Record {number}") for number in range(2)]
    source, topic = a_source(), a_topic("jinan")
    ids = [one.pk for one in documents]
    change_all(ids, Work("source", source.pk), by=None, now=NOON)
    change_all(ids, Work("topic", topic.pk), by=None, now=NOON)
    for document in Document.objects.all():
        assert document.source == source
        assert document.links.accepted().get().topic == topic


def test_an_undo_leaves_what_somebody_moved_again_since() -> None:
    later = NOON + timedelta(days=3)
    moved, untouched = a_draft("Moved"), a_draft("Untouched")
    batch = change_all([moved.pk, untouched.pk], Work("publish"), by=None, now=NOON)
    moment = later.astimezone(ZoneInfo("Asia/Shanghai"))
    publish(moved, by=None, now=later, visible_from=moment)
    undone = curation.undo(batch, by=None, now=later)
    moved.refresh_from_db()
    untouched.refresh_from_db()
    assert (undone.taken_back, undone.stayed) == (1, 1)
    assert (moved.status, moved.visible_from) == ("published", later)
    assert untouched.status == "draft"


def test_an_undo_takes_back_a_moment_given_by_another_clock() -> None:
    moment = (NOON + timedelta(days=3)).astimezone(ZoneInfo("Asia/Shanghai"))
    document = a_draft()
    with curation.together() as batch:
        publish(document, by=None, now=NOON, visible_from=moment)
    assert curation.undo(batch, by=None, now=NOON).taken_back == 1


def test_all_or_none_is_changed() -> None:
    fine = a_document("fine")
    licensed = a_document("licensed", access="licensed", restricted_body="Rest.")
    with pytest.raises(ValidationError):
        change_all([fine.pk, licensed.pk], Work("access", "open"), by=None, now=NOON)
    assert {one.access for one in Document.objects.all()} == {"open", "licensed"}
    work = Work("withdraw", why="")
    with pytest.raises(ValidationError):
        change_all([fine.pk], work, by=None, now=NOON)
    assert Document.objects.get(pk=fine.pk).status == "published"
