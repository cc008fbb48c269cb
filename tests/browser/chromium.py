"""A real Chromium for the tests, and what every page must hold in it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

EXECUTABLE = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000
"""Milliseconds after which something that should happen on a page counts as not happening."""

LISTEN = """addEventListener("securitypolicyviolation", (event) =>
    hearViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))"""
"""Tells each violation of the Content-Security-Policy, of a page's markup and of its scripts."""


@dataclass
class Visit:
    """One page with everything that it complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def heard(self, message: ConsoleMessage) -> None:
        self.complaints.append(f"{message.type}: {message.text}")

    @property
    def overflow(self) -> int:
        """How many pixels the page is wider than its window."""
        width: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return width


@contextmanager
def visiting(browser: Browser, **options: Any) -> Iterator[Visit]:
    """Open a window with the given size, theme and so on; it is closed at the end."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    visit = Visit(page)
    page.on("console", visit.heard)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.expose_function("hearViolation", lambda text: visit.complaints.append(f"policy: {text}"))
    page.add_init_script(LISTEN)
    try:
        yield visit
    finally:
        context.close()
