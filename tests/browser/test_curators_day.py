"""A curator's day: ten pages from paste to published, a wrong link, two tags, a field put back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from documents.models import Document, TopicLink
from tests.browser.hands import press
from tests.build import a_document, a_topic, a_user
from tests.curation.pages import REPORT, the_vocabulary

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RIGHTS = (
    "documents.change_document",
    "documents.publish_document",
    "taggit.change_tag",
    "documents.change_topic",
)
MOST_STEPS = 12


def _log_in(page: Page) -> None:
    a_user("cora", *RIGHTS)
    page.goto("/accounts/login/?next=/curate/paste/")
    page.get_by_label("Username").fill("cora")
    page.get_by_label("Password").fill("correct horse battery")
    press(page.get_by_role("button", name="Log in"))


def _publish_one(page: Page, number: int) -> int:
    """Take a page from paste to published; return the clicks after the paste."""
    page.goto("/curate/paste/")
    page.get_by_label("Text of the page").fill(REPORT.replace("Harbour", f"Harbour {number}"))
    press(page.get_by_role("button", name="Read the page"))
    steps = 1
    if number == 0:  # one link is wrong
        page.get_by_role("checkbox", name="Qingdao").uncheck()
        steps += 1
    page.get_by_label("Our tags").fill("harbour" if number % 2 else "harbours")
    press(page.get_by_role("button", name="Publish"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Harbour {number}")
    return steps + 2


def _tags() -> set[str]:
    return {tag for one in Document.objects.all() for tag in one.tags.names()}


def test_ten_pages_are_published_with_few_steps_and_a_wrong_link_is_corrected(page: Page) -> None:
    the_vocabulary()
    _log_in(page)
    assert max(_publish_one(page, number) for number in range(10)) <= MOST_STEPS
    assert Document.objects.filter(status="published").count() == 10
    first = Document.objects.order_by("pk")[0]
    assert first.links.get(topic__slug="qingdao").status == TopicLink.Status.REJECTED


def test_an_alias_is_previewed_and_stored_and_two_topics_are_merged_and_parted(page: Page) -> None:
    ports = a_topic("ports-policy", "theme", en="Ports policy", zh="港口政策")
    docks = a_topic("docks-policy", "theme", en="Docks policy")
    record = a_document("Wharves", body="A quay plan was made.")
    _log_in(page)
    page.goto(f"/curate/topics/{docks.pk}/")
    page.get_by_label("Names to add").fill("quay plan")
    press(page.get_by_role("button", name="Show what would change").first)
    expect(page.get_by_text("This links 1 record, unlinks 0.")).to_be_visible()
    expect(page.get_by_text("A quay plan was made.")).to_be_visible()
    press(page.get_by_role("button", name="Store"))
    expect(page.get_by_text("Stored.")).to_be_visible()
    assert record.links.get().topic == docks

    page.get_by_label("The topic that stays").fill("Ports policy")
    press(page.get_by_role("button", name="Show what would change").last)
    expect(page.get_by_text("1 record gets the link.")).to_be_visible()
    press(page.get_by_role("button", name="Merge", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ports policy")
    assert record.links.get().topic == ports
    page.goto("/themes/docks-policy/")
    expect(page).to_have_url(re.compile("/themes/ports-policy/$"))

    page.goto("/curate/topics/")
    press(page.get_by_role("link", name="Undo Docks policy"))
    press(page.get_by_role("button", name="Undo the merge"))
    expect(page.get_by_text("“Docks policy” is back.")).to_be_visible()
    assert record.links.get().topic == docks


def test_two_tags_are_merged_and_parted_again_and_a_field_is_put_back(page: Page) -> None:
    first, second = a_document("Harbours of the north"), a_document("Harbours of the south")
    first.tags.add("harbour")
    second.tags.add("harbours")
    _log_in(page)
    page.goto("/curate/tags/")
    press(page.get_by_role("link", name=re.compile("^harbours? → harbours?$")))
    press(page.get_by_role("button", name="Merge", exact=True))
    assert len(_tags()) == 1
    press(page.get_by_role("link", name=re.compile("^Undo harbour")))
    press(page.get_by_role("button", name="Undo the merge"))
    expect(page.get_by_text("is back")).to_be_visible()
    assert _tags() == {"harbour", "harbours"}

    page.goto(f"/curate/records/{first.pk}/")
    title = page.get_by_label("Title", exact=True)
    title.fill("A slip of the hand")
    press(page.get_by_role("button", name="Save changes"))
    expect(page.get_by_role("heading", level=1)).to_have_text("A slip of the hand")
    press(page.get_by_role("link", name="History"))
    press(page.get_by_role("button", name="Put back title"))
    expect(page.get_by_text("Put back as it was.")).to_be_visible()
    first.refresh_from_db()
    assert first.title == "Harbours of the north"
