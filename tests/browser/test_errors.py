"""The pages for what went wrong, in a real browser, as a site shows them that is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError

from documents.search import rebuilding
from tests.browser.chromium import visiting
from tests.browser.test_pages import SIGHTS, violations
from tests.browser.test_screenshots import FOLDER
from tests.build import a_document

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ERRORS = {
    500: RuntimeError("canary"),
    503: OperationalError("canary"),
    403: PermissionDenied("canary"),
    413: RequestDataTooBig("canary"),
}
GONE = "/documents/77-gone/"
ELSEWHERE = {404: "/nowhere/", 405: "/lists/let-go/1/", 410: GONE, 400: "/about%00/"}


@pytest.mark.parametrize(("theme", "width", "language"), SIGHTS)
def test_every_page_for_an_error_is_whole_and_accessible(
    chromium: Browser,
    live_server: LiveServer,
    monkeypatch: pytest.MonkeyPatch,
    theme: Any,
    width: int,
    language: str,
) -> None:
    raised: list[Exception] = []

    def fail(*_: object) -> None:
        raise raised[-1]

    monkeypatch.setattr("documents.views.home.front_page", fail)
    a_document("Gone", pk=77, status="withdrawn", withdrawn_reason="Sent by mistake.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    found: list[tuple[object, ...]] = []
    window = {"width": width, "height": 700}
    with visiting(chromium, color_scheme=theme, viewport=window, bypass_csp=True) as visit:
        for status in (*ERRORS, *ELSEWHERE):
            raised.append(ERRORS.get(status, ERRORS[500]))
            address = ELSEWHERE.get(status, "/")
            answer = visit.page.goto(f"{live_server.url}{language}{address}")
            assert answer is not None
            assert answer.status == status
            assert "canary" not in visit.page.content()
            found += [(status, *violation) for violation in violations(visit.page)]
            if visit.overflow:
                found.append((status, "is wider than its window", visit.overflow))
            file = f"error {status} {theme} {width}{language.replace('/', ' ')}.png"
            visit.page.screenshot(path=FOLDER / file)
    assert found == []


def test_results_that_cannot_be_swapped_lead_to_the_page_that_says_why(
    chromium: Browser, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ERRORS[503]

    a_document("Report on harbours", kind="report")
    rebuilding.rebuild()
    with visiting(chromium) as visit:
        visit.page.goto(f"{live_server.url}/search/")
        monkeypatch.setattr("documents.search.find", fail)
        visit.page.locator("#kind-report").check()
        visit.page.get_by_role("heading", name="The records cannot be reached").wait_for()
        assert "kind=report" in visit.page.url
