"""Every page of the desk in a real browser: accessible, quiet, and no wider than its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.chromium import visiting
from tests.browser.test_pages import SIGHTS, violations
from tests.build import a_user
from tests.journeys.test_wall import CURATORS
from tests.journeys.wall_world import make_wall_world

if TYPE_CHECKING:
    from django.test import Client
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HIDDEN = ("review", "trashed")
"""Records whose own pages differ: one that waits, and one that was given up."""


def _pages(client: Client) -> list[str]:
    """Return the addresses of the desk that answer a page, for an admin."""
    records = make_wall_world()
    client.force_login(a_user("cora", is_superuser=True))
    asked = {
        address
        for addresses in CURATORS.values()
        for state in ("licensed", *HIDDEN)
        for address in addresses(records[state])
    }
    return sorted(address for address in asked if _is_page(client, address))


def _is_page(client: Client, address: str) -> bool:
    answer = client.get(address)
    answer.getvalue()
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(("theme", "width", "language"), SIGHTS)
def test_axe_finds_nothing_on_the_desk_and_no_page_is_wider_than_its_window(
    chromium: Browser,
    live_server: LiveServer,
    client: Client,
    theme: Any,
    width: int,
    language: str,
) -> None:
    pages = _pages(client)
    assert len(pages) >= 30
    session = client.cookies["sessionid"].value
    window = {"width": width, "height": 900}
    found: list[tuple[object, ...]] = []
    with visiting(chromium, color_scheme=theme, viewport=window, bypass_csp=True) as visit:
        visit.page.context.add_cookies(
            [{"name": "sessionid", "value": session, "url": live_server.url}]
        )
        for address in pages:
            visit.page.goto(f"{live_server.url}{language}{address}")
            found += [(address, *violation) for violation in violations(visit.page)]
            if visit.overflow:
                found.append((address, "is wider than its window", visit.overflow))
    assert found == []
