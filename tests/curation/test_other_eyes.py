"""Where the site asks for a second pair of eyes, who accepted a record does not publish it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError

from documents import curation
from documents.curation.batches import Work, change_all
from documents.models import Document
from tests.build import NOON, a_user
from tests.curation.pages import a_submission
from tests.views.typing_in import filled_in

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
RIGHTS = ("documents.change_document", "documents.publish_document")


@pytest.fixture
def two(settings: Settings) -> tuple[User, User]:
    settings.SECOND_PAIR_OF_EYES = True
    return a_user("cora", *RIGHTS), a_user("dora", *RIGHTS)


def _accepted(by: User) -> Document:
    submission = a_submission()
    entry = curation.read(submission).entry
    return curation.accept(submission, entry, by=by, now=NOON)


def test_another_publishes_what_one_accepted(two: tuple[User, User]) -> None:
    record = _accepted(two[0])
    with pytest.raises(ValidationError, match="These may: dora"):
        curation.publish(record, by=two[0], now=NOON)
    assert curation.publish(record, by=two[1], now=NOON).status == "published"


def test_without_the_setting_one_may_do_both(two: tuple[User, User], settings: Settings) -> None:
    settings.SECOND_PAIR_OF_EYES = False
    assert curation.publish(_accepted(two[0]), by=two[0], now=NOON).status == "published"


def test_bulk_work_and_a_change_taken_back_are_no_way_round(two: tuple[User, User]) -> None:
    record = _accepted(two[0])
    with pytest.raises(ValidationError):
        change_all([record.pk], Work("publish"), by=two[0], now=NOON)
    record = curation.publish(record, by=two[1], now=NOON)
    curation.withdraw(record, reason="An error.", by=two[0], now=NOON)
    change = record.changes.filter(verb="withdrawn").get()
    with pytest.raises(ValidationError):
        curation.revert(change, by=two[0], now=NOON)
    record.refresh_from_db()
    assert record.status == "withdrawn"


def test_the_review_pages_say_who_may_and_offer_no_button(
    two: tuple[User, User], client: Client
) -> None:
    client.force_login(two[0])
    submission = a_submission()
    for address in (f"/curate/submissions/{submission.pk}/",):
        page = client.get(address)
        text = page.content.decode()
        assert "These may: dora." in text
        assert 'value="publish"' not in text
    forced = client.post(address, filled_in(page, do="publish"))
    assert forced.status_code == 422
    assert "Who accepted a record does not publish it." in forced.content.decode()
    assert not Document.objects.exists()
    client.post(address, filled_in(page, do="review"))
    record = Document.objects.get()
    assert "These may: dora." in client.get(f"/curate/records/{record.pk}/").content.decode()
    client.force_login(two[1])
    assert 'value="publish"' in client.get(f"/curate/records/{record.pk}/").content.decode()


def test_where_nobody_else_may_publish_the_page_says_so(settings: Settings, client: Client) -> None:
    settings.SECOND_PAIR_OF_EYES = True
    client.force_login(a_user("cora", *RIGHTS))
    page = client.get(f"/curate/submissions/{a_submission().pk}/")
    assert "ask an administrator" in page.content.decode()
