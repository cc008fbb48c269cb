"""One Chromium for all tests of a run, and a page of it on the site under test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from tests.browser.chromium import ARGUMENTS, EXECUTABLE, PATIENCE, visiting
from tests.browser.serving import OneAtATime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer


@pytest.fixture(scope="session", autouse=True)
def _static_folder(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """WhiteNoise warns where its folder is absent; the server starts before any test does.

    The database of the tests comes first, so that the server's threads share its connection.
    """
    folder = tmp_path_factory.mktemp("static")
    settings.STATIC_ROOT = folder
    return folder


@pytest.fixture(scope="session", autouse=True)
def chromium(_static_folder: Path) -> Iterator[Browser]:
    """Playwright runs an event loop in this thread, which Django would take for async code."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _serving(_static_folder: Path, live_server: LiveServer) -> OneAtATime:
    server = live_server.thread.httpd
    application = server.get_app()
    assert application is not None
    serving = OneAtATime(application)
    server.set_app(serving)
    return serving


@pytest.fixture(autouse=True)
def _nothing_is_under_way(_serving: OneAtATime, transactional_db: None) -> Iterator[None]:
    """Let the last answers end before the tables are emptied; every window is closed by then."""
    yield
    _serving.wait_until_idle()


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Give a page whose addresses are relative to the live server.

    The test fails where the console said anything: a broken script, a missing file, or a violation
    of the Content-Security-Policy.
    """
    size = {"width": 1280, "height": 900}
    with visiting(chromium, base_url=live_server.url, viewport=size) as visit:
        yield visit.page
    assert visit.complaints == []


@pytest.fixture
def plain(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    with visiting(chromium, base_url=live_server.url, java_script_enabled=False) as visit:
        yield visit.page
