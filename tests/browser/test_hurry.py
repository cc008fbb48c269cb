"""Nothing is lost by a hand that is quicker than the answers: each answer is held back here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from documents.models import Submission, TopicLink
from documents.search import rebuilding
from tests.browser.hands import arriving, press, wait_until
from tests.browser.world import make_world
from tests.build import a_document, a_link, a_topic, a_user
from tests.curation.pages import a_submission

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REGIONS = (
    *("anhui", "fujian", "gansu", "guangdong", "guangxi", "guizhou", "hainan", "hebei", "henan"),
    *("hubei", "hunan", "jiangsu", "jiangxi", "jilin", "liaoning", "qinghai", "shaanxi", "shanxi"),
)


@pytest.fixture(autouse=True)
def _world() -> None:
    make_world()
    for name in REGIONS:
        a_link(a_document(f"On clusters of {name}"), a_topic(name, en=name.title()))
    rebuilding.rebuild()


@pytest.fixture(autouse=True)
def _is_watched(page: Page) -> None:
    """Let the browser ask before each request from the first page on.

    It takes a moment to begin with it, in which a request would pass by.
    """
    page.route(re.compile("/nothing-of-ours/"), lambda route: route.continue_())


class Held:
    """Holds back what the page asks for under an address, until it is let go."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._routes: list[Route] = []
        self._is_open = False
        page.route(re.compile(address), self._take)

    def is_asked(self) -> None:
        wait_until(self._page, lambda: bool(self._routes))

    def let_go(self) -> None:
        self.is_asked()
        self._is_open = True
        for route in self._routes:
            route.continue_()

    def _take(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._routes.append(route)


def _log_in(page: Page) -> None:
    a_user("cora", "documents.change_document", "documents.publish_document")
    page.goto("/accounts/login/?next=/curate/")
    page.get_by_label("Username").fill("cora")
    page.get_by_label("Password").fill("correct horse battery")
    press(page.get_by_role("button", name="Log in"))


def _ticked(page: Page) -> Held:
    """Tick a filter of a search, and hold back the results."""
    page.goto("/search/?q=clusters")
    held = Held(page, "kind=report")
    page.locator("#kind-report").check()
    held.is_asked()
    return held


def _be_offered_shandong(page: Page) -> None:
    page.goto("/")
    page.locator("#q").press_sequentially("shan")
    expect(page.get_by_role("option").first).to_contain_text("Shandong")


def test_a_filter_ticked_while_the_answer_to_the_box_is_awaited_counts(page: Page) -> None:
    page.goto("/search/")
    held = Held(page, r"/search/\?q=clusters$")
    page.locator("#q").fill("clusters")
    page.keyboard.press("Enter")
    held.is_asked()
    page.locator("#kind-report").check()
    with arriving(page):
        held.let_go()
    expect(page).to_have_url(re.compile(r"/search/\?q=clusters&kind=report$"))
    expect(page.locator("#kind-report")).to_be_checked()


def test_a_filter_ticked_while_the_script_of_the_results_is_awaited_counts(page: Page) -> None:
    held = Held(page, "htmx")
    page.goto("/search/")
    page.locator("#q").fill("clusters")
    page.keyboard.press("Enter")
    held.is_asked()
    page.locator("#kind-report").check()
    with arriving(page):
        held.let_go()
    expect(page).to_have_url(re.compile(r"/search/\?q=clusters&kind=report$"))


def test_a_search_is_sent_where_the_script_of_the_results_does_not_come(page: Page) -> None:
    page.route(re.compile("htmx"), lambda route: route.fulfill(body=""))
    page.goto("/search/")
    page.locator("#q").fill("clusters")
    with arriving(page):
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=clusters$"))


def test_a_year_is_typed_on_while_other_results_come(page: Page) -> None:
    held = _ticked(page)
    page.locator("#from").press_sequentially("20")
    with arriving(page):
        held.let_go()
    expect(page.locator("#from")).to_be_focused()
    page.keyboard.type("21")
    with arriving(page):
        page.locator("#to").focus()
    expect(page).to_have_url(re.compile("from=2021&kind=report"))


def test_a_year_typed_before_the_results_came_counts_when_the_field_is_left(page: Page) -> None:
    held = _ticked(page)
    page.locator("#from").press_sequentially("2021")
    with arriving(page):
        held.let_go()
    with arriving(page):
        page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("from=2021&kind=report"))


def test_two_values_of_a_long_filter_are_ticked_one_after_the_other(page: Page) -> None:
    """What was opened stays open, and what was sought in it stays sought."""
    page.goto("/search/?q=clusters")
    page.locator("#more-region summary").click()
    page.locator("#find-region").fill("hu")
    with arriving(page):
        page.locator("#region-hubei").check()
    expect(page.locator("#find-region")).to_have_value("hu")
    expect(page.locator("#region-hunan")).to_be_visible()
    expect(page.locator("#region-hebei")).to_be_hidden()
    with arriving(page):
        page.locator("#region-hunan").check()
    expect(page).to_have_url(re.compile("region=hubei&region=hunan"))


def test_filters_go_along_into_the_other_language(page: Page) -> None:
    page.goto("/search/?q=clusters")
    with arriving(page):
        page.locator("#kind-report").check()
    press(page.get_by_role("link", name="中文"))
    expect(page).to_have_url(re.compile(r"/zh-hans/search/\?q=clusters&kind=report$"))


def test_a_second_choice_overtakes_the_page_of_the_first(page: Page) -> None:
    page.goto("/explore/matrix/")
    held = Held(page, "rows=cluster&columns=theme")
    page.get_by_label("Rows").focus()
    page.keyboard.type("Clusters")
    held.is_asked()
    page.keyboard.press("Tab")
    page.keyboard.type("Regions")
    expect(page).to_have_url(re.compile("rows=cluster&columns=region"))


def test_the_button_stays_where_a_choice_was_made_before_the_scripts_came(page: Page) -> None:
    held = Held(page, r"main.*\.js")
    page.goto("/explore/timeline/", wait_until="commit")
    held.is_asked()
    page.get_by_label("Layers").select_option("level")
    held.let_go()
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Show")).to_be_visible()


def test_a_suggestion_chosen_by_arrow_stays_chosen_when_more_come(page: Page) -> None:
    _be_offered_shandong(page)
    held = Held(page, "q=shand")
    page.keyboard.type("d")
    held.is_asked()
    page.keyboard.press("ArrowDown")
    with page.expect_response(re.compile("q=shand")):
        held.let_go()
    with arriving(page):
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/regions/shandong/$"))


def test_what_is_typed_after_a_suggestion_was_chosen_is_searched(page: Page) -> None:
    _be_offered_shandong(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.type("d")
    with arriving(page):
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=shand$"))


def test_suggestions_that_come_after_escape_stay_away(page: Page) -> None:
    page.goto("/")
    held = Held(page, "q=shan")
    page.locator("#q").press_sequentially("shan")
    held.is_asked()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    with page.expect_event("requestfinished", lambda request: "q=shan" in request.url):
        held.let_go()
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")


def test_two_decisions_by_key_are_both_obeyed(page: Page) -> None:
    for name in ("zibo", "weihai", "qingdao"):
        a_link(a_document(f"Record {name}"), a_topic(name), status="suggested")
    _log_in(page)
    page.goto("/curate/suggestions/")
    held = Held(page, r"/curate/suggestions/\d+/$")
    page.keyboard.press("y")
    held.is_asked()
    page.keyboard.press("n")
    held.let_go()
    expect(page.locator("[data-waiting]")).to_have_text("1")
    decided = TopicLink.objects.filter(document__title__startswith="Record")
    assert sorted(one.status for one in decided) == ["accepted", "rejected", "suggested"]


def test_what_was_typed_last_is_kept_when_the_page_is_left_at_once(page: Page) -> None:
    submission = a_submission()
    _log_in(page)
    page.goto(f"/curate/submissions/{submission.pk}/")
    page.get_by_label("Title", exact=True).fill("A title in the making")
    page.goto("/curate/")

    kept = Submission.objects.filter(kept_reviews__values__title=["A title in the making"])
    wait_until(page, kept.exists)
