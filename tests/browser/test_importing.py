"""A curator imports a table and a bad file in a real browser, then decides on two like texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from documents.curation.duplicates import propose_relations, sign
from documents.models import Document, Relation
from tests.browser.hands import press
from tests.build import a_document, a_user
from tests.curation.imports import TEXTS, a_table

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def _log_in(page: Page, address: str) -> None:
    a_user("pat", "documents.change_document", "documents.publish_document")
    page.goto(address)
    page.get_by_label("Username").fill("pat")
    page.get_by_label("Password").fill("correct horse battery")
    press(page.get_by_role("button", name="Log in"))


def _violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"preload": False, "runOnly": RULES}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


def test_a_table_is_planned_and_stored(page: Page, tmp_path: Path) -> None:
    _log_in(page, "/curate/import/")
    picture = tmp_path / "picture.pdf"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    assert _violations(page) == []
    page.get_by_label("Files").set_input_files([a_table(tmp_path / "rows.jsonl"), picture])
    page.get_by_label("Publish the records at once").check()
    press(page.get_by_role("button", name="Make a plan"))
    expect(page.get_by_text("This is a picture.")).to_be_visible()
    assert _violations(page) == []
    assert not Document.objects.exists()
    page.get_by_text("Columns of the tables").first.click()
    expect(page.get_by_label("text", exact=True)).to_have_value("body")
    assert _violations(page) == []
    press(page.get_by_role("button", name="Store and publish 3 records"))
    expect(page.get_by_text("3 records stored.")).to_be_visible()
    title = next(iter(TEXTS))
    press(page.get_by_role("link", name=title))
    expect(page).to_have_url(re.compile(r"/curate/records/\d+/$"))
    assert Document.objects.filter(status="published").count() == 3


@pytest.mark.parametrize("width", [320, 1280])
def test_two_like_texts_are_compared_and_linked(page: Page, width: int) -> None:
    body = "\n\n".join(
        f"{text} In district {number}." for number in range(4) for text in TEXTS.values()
    )
    sign(a_document("The first text", body=body))
    propose_relations(a_document("The second text", body=body.replace("eleven", "twelve", 1)))
    page.set_viewport_size({"width": width, "height": 900})
    _log_in(page, "/curate/relations/")
    press(page.get_by_role("link", name="The second text"))
    expect(page.locator("del", has_text="eleven")).to_be_visible()
    expect(page.locator("ins", has_text="twelve")).to_be_visible()
    assert _violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    press(page.get_by_role("button", name="Yes, link them"))
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
    assert Relation.objects.get().status == "accepted"
