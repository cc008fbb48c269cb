"""An analyst at work in a real browser: searching, reading, citing, by mouse and by keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from documents.search import rebuilding
from tests.browser.hands import arriving, enter, press
from tests.browser.world import make_world

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REPORT = "City clusters in Shandong"


@pytest.fixture(autouse=True)
def _world() -> None:
    make_world()
    rebuilding.rebuild()


def test_a_filter_swaps_the_results_and_keeps_an_address(page: Page) -> None:
    page.goto("/search/?q=shandong")
    page.locator("#kind-report").check()
    expect(page).to_have_url(re.compile(r"/search/\?q=shandong&kind=report$"))
    expect(page.get_by_role("heading", name="1 record")).to_be_visible()
    expect(page.locator("#kind-report")).to_be_focused()
    page.go_back()
    expect(page.locator("#kind-report")).not_to_be_checked()


def test_a_chip_takes_its_filter_away(page: Page) -> None:
    page.goto("/search/?q=shandong&kind=report&region=shandong")
    press(page.get_by_role("link", name="Remove filter Kind Report"))
    expect(page).to_have_url(re.compile(r"/search/\?q=shandong&region=shandong$"))


def test_filters_work_without_a_script(plain: Page) -> None:
    plain.goto("/search/?q=shandong")
    plain.locator("#kind-report").check()
    press(plain.get_by_role("button", name="Apply the filters"))
    expect(plain).to_have_url(re.compile("kind=report"))
    expect(plain.get_by_role("heading", name="1 record")).to_be_visible()
    press(plain.get_by_role("link", name=REPORT))
    expect(plain.get_by_role("heading", name=REPORT)).to_be_visible()
    press(plain.get_by_role("link", name="Back to the results"))
    expect(plain).to_have_url(re.compile("kind=report"))


def test_a_cell_of_the_matrix_opens_its_records(plain: Page) -> None:
    plain.goto("/explore/matrix/")
    press(plain.get_by_role("link", name="records: Shandong, Green transition"))
    expect(plain).to_have_url(re.compile("region=shandong&theme=green-transition"))
    expect(plain.get_by_role("link", name=REPORT)).to_be_visible()


def test_the_sentence_that_ties_a_record_to_a_theme_is_on_its_page(plain: Page) -> None:
    plain.goto("/themes/green-transition/")
    press(plain.get_by_role("link", name=REPORT).first)
    tie = plain.locator("#topic-theme-green-transition")
    expect(tie.locator("blockquote")).to_contain_text("The city clusters of Shandong Peninsula.")


def test_a_record_is_found_opened_and_cited_by_keys_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("clusters kind:report")
    enter(page)
    expect(page).to_have_url(re.compile("/search/"))
    expect(page.locator("[data-hit]")).to_have_count(1)
    page.keyboard.press("j")
    enter(page)
    expect(page.get_by_role("heading", name=REPORT)).to_be_visible()
    page.keyboard.press("c")
    expect(page).to_have_url(re.compile("#cite$"))


def test_the_keys_are_listed_over_the_page_and_switched_off_there(page: Page) -> None:
    page.goto("/regions/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog.get_by_text("go to the search box")).to_be_visible()
    dialog.get_by_role("button", name="Switch the keys off").press("Enter")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert not _is_heard(page, "?")


def _is_heard(page: Page, key: str) -> bool:
    """Tell whether a script takes the key; what it then does may take its time."""
    taken: bool = page.evaluate(
        """key => !document.body.dispatchEvent(
            new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}))""",
        key,
    )
    return taken


def test_the_search_key_leads_to_a_box_from_a_page_without_one(page: Page) -> None:
    page.goto("/regions/")
    with arriving(page):
        page.keyboard.press("/")
    expect(page).to_have_url(re.compile("/search/#q$"))
    expect(page.locator("#q")).to_be_focused()


def test_records_of_a_list_are_walked_by_keys(page: Page) -> None:
    page.goto("/themes/green-transition/")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == first


def test_keys_are_letters_inside_a_field_and_can_be_switched_off(page: Page) -> None:
    page.goto("/help/")
    assert _is_heard(page, "k")
    page.get_by_role("button", name="Switch the keys off").click()
    assert not _is_heard(page, "k")
    page.goto("/search/")
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.locator("#q").fill("")
    page.keyboard.type("jack/c?")
    expect(page.locator("#q")).to_have_value("jack/c?")


def test_suggestions_are_walked_with_the_arrows(page: Page) -> None:
    page.goto("/")
    box = page.locator("#q")
    box.press_sequentially("shand")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Shandong")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("o")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    enter(page)
    expect(page).to_have_url(re.compile("/regions/shandong/$"))


def test_past_searches_are_offered_in_this_browser_until_they_are_forgotten(page: Page) -> None:
    for asked in ("harbour", "clusters"):
        page.goto("/search/")
        page.locator("#q").fill(asked)
        enter(page)
        expect(page).to_have_url(re.compile(asked))
    page.goto("/")
    page.locator("#q").focus()
    group = page.get_by_role("group", name="Your searches")
    expect(group.get_by_role("option").first).to_have_text("clusters")
    page.keyboard.type("har")
    expect(page.get_by_role("option").first).to_have_text("harbour")
    page.locator("#q").fill("")
    group.get_by_role("option", name="Forget these searches").click()
    page.locator("#q").press("ArrowDown")
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_fold_fetches_the_words_that_stand_out_once_it_is_opened(page: Page) -> None:
    page.goto("/search/?q=clusters")
    fold = page.locator("details.words")
    fold.locator("summary").click()
    expect(fold.locator("[data-unfolds]")).to_be_visible()


def test_the_dark_theme_is_remembered(page: Page) -> None:
    page.goto("/")
    toggle = page.get_by_role("button", name="Dark mode")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    page.goto("/themes/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_underlines_can_be_taken_away(page: Page) -> None:
    page.goto("/documents/1/")
    name = page.locator("#record-text .mention.theme").first
    expect(name).to_have_css("border-bottom-style", "dashed")
    page.get_by_role("button", name="Underline names").click()
    expect(name).to_have_css("border-bottom-width", "0px")


def test_a_visitor_keeps_a_record_and_finds_it_on_the_list(plain: Page) -> None:
    plain.goto("/documents/1/")
    press(plain.get_by_role("link", name="Keep"))
    press(plain.get_by_role("button", name="Keep"))
    press(plain.get_by_role("link", name="Your lists"))
    expect(plain.get_by_role("link", name=REPORT)).to_be_visible()


def test_the_language_changes_on_the_same_page(plain: Page) -> None:
    plain.goto("/regions/shandong/")
    press(plain.get_by_role("link", name="中文"))
    expect(plain.get_by_role("heading", name="山东").first).to_be_visible()
    press(plain.get_by_role("link", name="English"))
    expect(plain).to_have_url(re.compile("/regions/shandong/$"))
