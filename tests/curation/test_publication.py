from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.curation import publish, restore, revert, submit_for_review, trash, withdraw
from documents.models import Document, TopicLink
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_user, a_visibility

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=3)


def _visible(now=NOON) -> list[Document]:  # type: ignore[no-untyped-def]
    return list(Document.objects.visible_to(a_visibility(now)))


def test_a_published_record_is_visible_from_now_on() -> None:
    document = publish(a_draft(), by=a_user(), now=NOON)
    assert document.published_at == document.visible_from == NOON
    assert _visible() == [document]


def test_every_link_left_ticked_is_accepted_by_the_one_who_publishes() -> None:
    document, ann = a_draft(), a_user()
    link = a_link(document, a_topic("jinan"), status=TopicLink.Status.SUGGESTED)
    no = a_link(document, a_topic("zibo"), status=TopicLink.Status.REJECTED)
    publish(document, by=ann, now=NOON)
    link.refresh_from_db()
    no.refresh_from_db()
    assert (link.status, link.decided_by, link.decided_at) == ("accepted", ann, NOON)
    assert no.status == "rejected"


def test_a_link_that_nobody_saw_stays_a_suggestion() -> None:
    document = a_draft()
    seen = a_link(document, a_topic("jinan"), status=TopicLink.Status.SUGGESTED)
    unseen = a_link(document, a_topic("zibo"), status=TopicLink.Status.SUGGESTED)
    publish(document, by=None, now=NOON, topics={seen.topic_id})
    unseen.refresh_from_db()
    assert unseen.status == "suggested"


def test_a_scheduled_record_shows_at_its_moment_without_a_write() -> None:
    document = publish(a_draft(), by=None, now=NOON, visible_from=LATER)
    assert _visible() == []
    assert _visible(LATER) == [document]


def test_an_embargo_before_the_schedule_is_refused() -> None:
    with pytest.raises(ValidationError):
        publish(a_draft(), by=None, now=NOON, visible_from=LATER, embargo_until=NOON)


def test_publishing_again_keeps_the_moments() -> None:
    publish(document := a_draft(), by=None, now=NOON)
    again = publish(document, by=None, now=LATER)
    assert again.published_at == again.visible_from == NOON


def test_what_was_taken_back_is_public_from_the_new_moment_on() -> None:
    document = withdraw(a_document(), reason="An error.", by=None, now=NOON)
    again = publish(document, by=None, now=LATER)
    assert again.published_at == again.visible_from == LATER


def test_a_withdrawn_record_keeps_its_reason_and_is_not_visible() -> None:
    document = withdraw(a_document(), reason=" The figures are wrong. ", by=None, now=NOON)
    assert document.withdrawn_reason == "The figures are wrong."
    assert _visible() == []


def test_a_withdrawal_needs_a_reason() -> None:
    document = a_document()
    with pytest.raises(ValidationError):
        withdraw(document, reason=" ", by=None, now=NOON)
    assert Document.objects.get().status == Document.Status.PUBLISHED


def test_the_trash_gives_back_a_draft() -> None:
    document = trash(a_document(), by=None, now=NOON)
    assert _visible() == []
    assert restore(document, by=None, now=NOON).status == Document.Status.DRAFT


def test_a_draft_can_be_handed_over() -> None:
    assert submit_for_review(a_draft(), by=None, now=NOON).status == Document.Status.REVIEW


def test_what_was_given_up_before_anybody_saw_it_never_tells_that_it_was(client: Client) -> None:
    soon = timezone.now() + timedelta(hours=1)
    for verb in (partial(withdraw, reason="An error."), trash):
        record = a_document("Not yet", visible_from=soon, published_at=NOON)
        verb(record, by=None, now=timezone.now())
        assert client.get(f"/documents/{record.pk}/").status_code == 404
        assert not Document.objects.exclude(visible_from=None).filter(pk=record.pk).exists()
        revert(record.changes.all()[0], by=None, now=timezone.now())
        record.refresh_from_db()
        assert (record.status, record.visible_from) == ("published", soon)


def test_the_address_of_what_was_public_answers_for_ever(client: Client) -> None:
    record = a_document("Once seen")
    trash(record, by=None, now=timezone.now())
    answer = client.get(f"/documents/{record.pk}/")
    assert answer.status_code == 410
    assert "Once seen" not in answer.content.decode()
    restore(record, by=None, now=timezone.now())
    assert client.get(f"/documents/{record.pk}/").status_code == 410
