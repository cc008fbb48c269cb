"""Readers who enlarge the page twofold, and readers who want nothing to move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.chromium import visiting
from tests.browser.world import PAGES, make_world

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ZOOMED = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
"""What a window of 1280 by 900 becomes at 200 %."""

CUT = """() => [...document.querySelectorAll('a, button, input, select, summary, h1, h2, td, p')]
    .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter(one => !one.closest('.visually-hidden, .skip, .scroll, svg'))
    .filter(one => { const box = one.getBoundingClientRect();
        return box.width && (box.left < -1 || box.right > innerWidth + 1) })
    .map(one => one.outerHTML.slice(0, 120))"""
"""What stands partly outside the window, where nothing scrolls to it."""

MOVING = """() => [...document.querySelectorAll('*')].flatMap(one => {
    const style = getComputedStyle(one)
    const moves = [...style.transitionDuration.split(','), ...style.animationDuration.split(',')]
        .some(length => parseFloat(length) > 0.01)
    return moves || style.scrollBehavior === 'smooth' ? [one.outerHTML.slice(0, 120)] : [] })"""


def _on_every_page(
    browser: Browser, server: LiveServer, script: str, **options: Any
) -> dict[str, object]:
    """Return by page what the script finds on it, where it finds something."""
    found: dict[str, object] = {}
    with visiting(browser, **options) as visit:
        for name, address in PAGES.items():
            visit.page.goto(f"{server.url}{address}")
            listed = visit.page.evaluate(script)
            if listed or visit.overflow:
                found[name] = (visit.overflow, listed)
    return found


def test_nothing_is_cut_or_runs_out_of_the_window_at_200_percent(
    chromium: Browser, live_server: LiveServer
) -> None:
    make_world()
    assert _on_every_page(chromium, live_server, CUT, **ZOOMED) == {}


def test_every_way_of_the_wide_window_is_there_at_200_percent(
    chromium: Browser, live_server: LiveServer
) -> None:
    """A way may move into a menu, but not away."""
    make_world()
    with visiting(chromium, base_url=live_server.url, viewport={"width": 1280, "height": 900}) as v:
        wide = _ways(v.page)
    with visiting(chromium, base_url=live_server.url, **ZOOMED) as v:
        zoomed = _ways(v.page)
    assert len(wide) > 10
    assert zoomed == wide


def _ways(page: Page) -> set[str]:
    """Return where the head, the body and the foot of the front page lead to, if it can be seen."""
    page.goto("/")
    for menu in page.locator("header details:not([open]) > summary:visible").all():
        menu.click()
    ways: list[str] = page.eval_on_selector_all(
        "a:not(.skip)", "all => all.filter(a => a.checkVisibility()).map(a => a.href)"
    )
    return set(ways)


def test_nothing_moves_for_readers_who_asked_for_less_motion(
    chromium: Browser, live_server: LiveServer
) -> None:
    make_world()
    assert _on_every_page(chromium, live_server, MOVING, reduced_motion="reduce") == {}


def test_something_moves_for_everybody_else(chromium: Browser, live_server: LiveServer) -> None:
    """Else the test above could not fail."""
    make_world()
    found = _on_every_page(chromium, live_server, MOVING, reduced_motion="no-preference")
    assert "home" in found
