"""Pictures of the main pages for a reader to judge, in var/screenshots/ after a run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from django.conf import settings

from documents.search import rebuilding
from tests.browser.chromium import visiting
from tests.browser.world import PAGES, make_world

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOLDER = Path(settings.BASE_DIR) / "var" / "screenshots"
MAIN = (
    *("home", "search", "nothing found", "record", "Chinese record", "licensed record"),
    *("cluster", "source", "explore", "matrix", "timeline", "timeline by level", "map"),
    *("comparison of topics", "missing"),
)
SIGHTS: list[tuple[Literal["light", "dark"], int, str]] = [
    ("light", 1280, ""),
    ("dark", 1280, "/zh-hans"),
    ("light", 320, "/zh-hans"),
    ("dark", 320, ""),
]
"""Each page in both themes at both widths; the languages take turns."""
BLANK = 8_000
"""Bytes; a picture of an empty page is smaller."""


@pytest.mark.parametrize(("theme", "width", "language"), SIGHTS)
def test_the_main_pages_are_drawn_for_a_reader_to_judge(
    chromium: Browser,
    live_server: LiveServer,
    theme: Literal["light", "dark"],
    width: int,
    language: str,
) -> None:
    make_world()
    rebuilding.rebuild()
    FOLDER.mkdir(parents=True, exist_ok=True)
    window = {"width": width, "height": 900}
    with visiting(chromium, color_scheme=theme, viewport=window) as visit:
        for name in MAIN:
            visit.page.goto(f"{live_server.url}{language}{PAGES[name]}")
            file = f"{name} {theme} {width}{language.replace('/', ' ')}.png"
            picture = visit.page.screenshot(path=FOLDER / file, full_page=True)
            assert len(picture) > BLANK, name
