"""The overviews in a real browser: marks lead to their records, with and without scripts."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from documents.search import rebuilding
from tests.browser.hands import arriving, enter, press
from tests.browser.world import make_world
from tests.build import a_document

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REPORT = "City clusters in Shandong"


@pytest.fixture(autouse=True)
def _world() -> None:
    make_world()
    rebuilding.rebuild()


def test_a_topic_chosen_without_a_script_narrows_the_timeline(plain: Page) -> None:
    plain.goto("/explore/timeline/")
    plain.get_by_label("Policy theme").select_option("green-transition")
    press(plain.get_by_role("button", name="Show"))
    expect(plain).to_have_url(re.compile("theme=green-transition"))
    expect(plain.get_by_role("heading", name="Records per year: Green transition")).to_be_visible()


def test_a_topic_chosen_with_a_script_needs_no_button(page: Page) -> None:
    page.goto("/explore/timeline/")
    with arriving(page):
        page.get_by_label("Layers").select_option("level")
    expect(page).to_have_url(re.compile("by=level"))
    expect(page.get_by_label("Layers")).to_have_value("level")


def test_a_piece_of_the_timeline_opens_its_records_by_keys_alone(page: Page) -> None:
    page.goto("/explore/timeline/?region=shandong")
    piece = page.get_by_role("link", name="2024, Report: 1 record")
    piece.focus()
    enter(page)
    expect(page).to_have_url(re.compile("/search/.*kind=report&from=2024&to=2024"))
    expect(page.get_by_role("link", name=REPORT)).to_be_visible()


def test_a_tile_of_the_map_opens_the_records_of_its_province(plain: Page) -> None:
    plain.goto("/explore/map/")
    press(plain.get_by_role("link", name=re.compile(r"^Shandong: \d+ records?$")))
    expect(plain).to_have_url(re.compile(r"/search/\?region=shandong"))
    expect(plain.get_by_role("link", name=REPORT)).to_be_visible()


def test_the_figures_of_a_drawing_stand_in_a_table_beside_it(plain: Page) -> None:
    plain.goto("/explore/timeline/")
    year = plain.get_by_role("row", name=re.compile("^2024"))
    expect(year).to_be_visible()  # few years leave room for it
    plain.get_by_text("As a table").click()
    expect(year).to_be_hidden()


def test_a_cell_shows_the_sentence_for_each_topic(plain: Page) -> None:
    plain.goto("/explore/cell/?region=shandong&theme=green-transition")
    record = plain.get_by_role("article").filter(has_text=REPORT)
    expect(record.locator("blockquote")).to_have_count(2)


def test_two_topics_typed_by_name_are_compared(plain: Page) -> None:
    plain.goto("/explore/compare/")
    plain.get_by_label("This").fill("Shandong")
    plain.get_by_label("and that").fill("绿色转型")
    press(plain.get_by_role("button", name="Compare"))
    expect(plain.get_by_role("heading", name="Together")).to_be_visible()


def test_a_drawing_is_downloaded_as_a_file(page: Page) -> None:
    page.goto("/explore/map/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="SVG").click()
    assert waiting.value.suggested_filename == "records-by-province.svg"


@pytest.mark.parametrize(
    "address", ["/explore/timeline/", "/explore/compare/?a=Shandong&b=theme:green-transition"]
)
def test_a_chart_of_years_is_seen_whole_on_a_tablet(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 768, "height": 1000})
    page.goto(address)
    hidden = page.locator(".chart-frame").evaluate("it => it.scrollWidth - it.clientWidth")
    assert hidden <= 0


def test_a_phone_shows_the_last_years_of_a_long_chart_first(page: Page) -> None:
    for year in range(1954, 2027):
        a_document(f"Report of {year}", sorted_on=date(year, 3, 1))
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/explore/timeline/")
    page.locator(".chart-frame").scroll_into_view_if_needed()
    expect(page.locator(".chart-frame .piece").last).to_be_in_viewport(ratio=1)


def test_a_chart_of_the_margin_does_not_grow_with_the_column_below_it(page: Page) -> None:
    page.set_viewport_size({"width": 768, "height": 1000})
    page.goto("/sources/institute-of-testing/")
    box = page.locator("figure .chart").bounding_box()
    assert box is not None
    assert box["width"] <= 352
