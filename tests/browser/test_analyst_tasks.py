"""Ten tasks of an analyst from start to end: by mouse, by keys alone, and without a script."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from documents.models import Relation, Topic
from documents.search import rebuilding
from tests.browser.chromium import PATIENCE
from tests.browser.hands import Hands, Keys, Mouse, enter, sending
from tests.browser.world import make_world
from tests.build import a_document, a_link, a_topic, a_user

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REPORT = "City clusters in Shandong"
PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def _world() -> None:
    make_world()
    _one_cluster_rises()
    rebuilding.rebuild()


def _one_cluster_rises() -> None:
    """Write two records of this year, on a theme that the Yangtze River Delta did not have."""
    delta = a_topic("yangtze-delta", "cluster", en="Yangtze River Delta", zh="长三角城市群")
    rail = a_topic("rail", "theme", en="Rail", zh="铁路")
    for title in ("Rails of the delta", "More rails of the delta"):
        sorted_on = timezone.localdate() - timedelta(days=30)
        document = a_document(title, sorted_on=sorted_on, published_on=sorted_on)
        for topic in (delta, rail):
            a_link(document, topic)
    a_link(document, Topic.objects.get(slug="green-transition"))


@pytest.fixture(params=["mouse", "keys", "no script"])
def hands(
    request: pytest.FixtureRequest, chromium: Browser, live_server: LiveServer
) -> Iterator[Hands]:
    context = chromium.new_context(
        base_url=live_server.url,
        java_script_enabled=request.param != "no script",
        viewport={"width": 1280, "height": 900},
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    has_script = request.param != "no script"
    yield Keys(page) if request.param == "keys" else Mouse(page, has_script=has_script)
    context.close()
    assert complaints == []


@pytest.fixture
def page(hands: Hands) -> Page:
    return hands.page


def test_reports_of_some_years_on_a_theme_in_a_province_are_found(hands: Hands, page: Page) -> None:
    page.goto("/search/")
    hands.fill(page.get_by_label("Search the records"), "clusters")
    enter(page)
    for box in ("region-shandong", "kind-report", "theme-green-transition"):
        with sending(hands, "Apply the filters"):
            hands.tick(page.locator(f"#{box}"))
        expect(page).to_have_url(re.compile(box.replace("-", "=", 1)))
    hands.fill(page.locator("[name=from]"), "2021")
    hands.fill(page.locator("[name=to]"), "2024")
    enter(page)
    expect(page).to_have_url(re.compile("from=2021&to=2024"))
    expect(page.get_by_role("heading", name="1 record")).to_be_visible()
    expect(page.get_by_role("link", name=REPORT)).to_be_visible()


def test_the_themes_that_rose_in_a_cluster_are_seen(hands: Hands, page: Page) -> None:
    page.goto("/explore/matrix/")
    with sending(hands, "Show"):
        hands.choose(page.get_by_label("Rows"), "Clusters")
    expect(page).to_have_url(re.compile("rows=cluster"))
    with sending(hands, "Show"):
        hands.choose(page.get_by_label("Cells"), "Change to the years before")
    expect(page).to_have_url(re.compile("measure=change"))
    row = page.get_by_role("row", name=re.compile("^Yangtze River Delta"))
    expect(row.get_by_role("link", name=re.compile("Yangtze River Delta, Rail"))).to_contain_text(
        "+2"
    )


def test_two_clusters_are_compared(hands: Hands, page: Page) -> None:
    page.goto("/explore/")
    hands.follow(page.get_by_role("link", name="Compare").first)
    hands.fill(page.get_by_label("This"), "Shandong Peninsula")
    hands.fill(page.get_by_label("and that"), "长三角城市群")
    hands.send(page.get_by_role("button", name="Compare"))
    expect(page.get_by_role("heading", name="Together")).to_be_visible()
    expect(page.get_by_role("heading", name="Yangtze River Delta 长三角城市群")).to_be_visible()


def test_a_record_is_cited(hands: Hands, page: Page) -> None:
    page.goto("/documents/1/")
    hands.follow(page.get_by_role("link", name="Cite", exact=True))
    expect(page).to_have_url(re.compile("#cite$"))
    expect(page.locator("#cite-gbt7714")).to_contain_text("LI Z. City clusters in Shandong")
    with page.expect_download() as waiting:
        hands.press(page.get_by_role("link", name="Download BibTeX"))
    assert waiting.value.suggested_filename == "record-1.bib"


def test_the_sentence_that_ties_a_record_to_a_theme_is_found(hands: Hands, page: Page) -> None:
    page.goto("/themes/")
    hands.follow(page.get_by_role("link", name="Green transition"))
    hands.follow(page.locator(".records").get_by_role("link", name=REPORT))
    tie = page.locator("#topic-theme-green-transition")
    expect(tie.locator("blockquote")).to_contain_text("The city clusters of Shandong Peninsula.")


def test_a_cell_of_the_matrix_is_opened_down_to_its_record(hands: Hands, page: Page) -> None:
    page.goto("/explore/matrix/")
    hands.follow(page.get_by_role("link", name="records: Shandong, Green transition"))
    expect(page).to_have_url(re.compile("region=shandong&theme=green-transition"))
    hands.follow(page.get_by_role("link", name=REPORT))
    expect(page.get_by_role("heading", name=REPORT)).to_be_visible()


def test_the_records_of_a_year_and_kind_are_opened_from_the_timeline(
    hands: Hands, page: Page
) -> None:
    page.goto("/explore/timeline/?region=shandong")
    hands.follow(page.get_by_role("link", name="2024, Report: 1 record"))
    expect(page).to_have_url(re.compile("/search/.*kind=report&from=2024&to=2024"))
    expect(page.get_by_role("link", name=REPORT)).to_be_visible()


def test_the_records_of_a_province_are_opened_from_the_map(hands: Hands, page: Page) -> None:
    page.goto("/explore/map/")
    hands.follow(page.get_by_role("link", name=re.compile(r"^Shandong: \d+ records?$")))
    expect(page).to_have_url(re.compile(r"/search/\?region=shandong"))
    expect(page.get_by_role("link", name=REPORT)).to_be_visible()


def test_a_record_kept_in_passing_comes_to_a_named_list_with_a_note(
    hands: Hands, page: Page
) -> None:
    a_user("ann")
    page.goto("/documents/1/")
    hands.follow(page.get_by_role("link", name="Keep"))
    hands.send(page.get_by_role("button", name="Keep"))
    hands.follow(page.get_by_role("link", name="Your lists"))
    hands.follow(page.get_by_role("link", name="Log in, and what is kept here goes along"))
    hands.fill(page.get_by_label("Username"), "ann")
    hands.fill(page.get_by_label("Password"), PASSWORD)
    hands.send(page.get_by_role("button", name="Log in"))
    hands.follow(page.locator("main").get_by_role("link", name="Kept", exact=True))
    hands.press(page.get_by_text("Add a note"))
    hands.fill(page.get_by_label("Note", exact=True), "for chapter 2")
    hands.send(page.get_by_role("button", name="Save the note"))
    expect(page.locator(".kept-note")).to_have_text("for chapter 2")


def test_a_record_is_read_beside_its_translation(hands: Hands, page: Page) -> None:
    Relation.objects.create(subject_id=4, object_id=1, kind="translation-of", status="accepted")
    page.goto("/documents/1/")
    hands.follow(page.get_by_role("link", name="Side by side").first)
    expect(page.get_by_role("heading", name="Paragraph by paragraph")).to_be_visible()
    expect(page.locator(".parallel p[lang=zh]").first).to_have_text("黄河流域高质量发展")
