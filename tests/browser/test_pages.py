"""Every kind of page in a real browser: accessible, quiet, and no wider than its window."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.chromium import visiting
from tests.browser.world import PAGES, make_world

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ALWAYS = [("light", 1280, ""), ("dark", 320, "/zh-hans")]
SIGHTS = [
    *ALWAYS,
    *(
        pytest.param(*sight, marks=pytest.mark.long)
        for sight in product(("light", "dark"), (320, 1280), ("", "/zh-hans"))
        if sight not in ALWAYS
    ),
]
"""Theme, width and language: two opposite corners always, the others in the long run."""

EXPECTED = {"missing": 1}
"""How many lines the console rightly has: a page that is not found is one."""


@pytest.mark.parametrize("language", ["", "/zh-hans"])
def test_no_page_has_anything_to_complain_of(
    chromium: Browser, live_server: LiveServer, language: str
) -> None:
    """Scripts run, styles load, and the policy for both holds."""
    make_world()
    with visiting(chromium) as visit:
        for name, address in PAGES.items():
            before = len(visit.complaints)
            visit.page.goto(f"{live_server.url}{language}{address}", wait_until="networkidle")
            expected = EXPECTED.get(name, 0)
            visit.complaints[before : before + expected] = []
    assert visit.complaints == []


@pytest.mark.parametrize(("theme", "width", "language"), SIGHTS)
def test_axe_finds_nothing_and_no_page_is_wider_than_its_window(
    chromium: Browser, live_server: LiveServer, theme: Any, width: int, language: str
) -> None:
    make_world()
    found: list[tuple[object, ...]] = []
    window = {"width": width, "height": 900}
    with visiting(chromium, color_scheme=theme, viewport=window, bypass_csp=True) as visit:
        for name, address in PAGES.items():
            visit.page.goto(f"{live_server.url}{language}{address}")
            found += [(name, *violation) for violation in violations(visit.page)]
            if visit.overflow:
                found.append((name, "is wider than its window", visit.overflow))
    assert found == []


def violations(page: Page) -> list[tuple[str, str]]:
    """Return each rule that axe finds broken, with the first element that breaks it."""
    report = Axe().run(page, options=RULES)
    return [(one["id"], one["nodes"][0]["html"]) for one in report.response["violations"]]
