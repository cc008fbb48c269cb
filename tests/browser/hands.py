"""Ways to work a page, by mouse and by the keyboard alone; a task is written once for both."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from tests.browser.chromium import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page

MOST_TABS = 400
TURN = 50
"""Milliseconds from one look to the next."""


@contextmanager
def arriving(page: Page) -> Iterator[None]:
    """Wait until the page that what is done in here leads to is there, and its scripts with it.

    Results that a script puts in place count as a page: they come with their own address.
    """
    with page.expect_navigation():
        yield


def wait_until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something outside the page holds, and hear meanwhile what the page tells."""
    for _turn in range(PATIENCE // TURN):
        if holds():
            return
        page.wait_for_timeout(TURN)
    message = "what was waited for did not happen"
    raise AssertionError(message)


def press(control: Locator) -> None:
    """Click what leads to another page, and wait for that page."""
    with arriving(control.page):
        control.click()


def enter(page: Page) -> None:
    """Press Enter where it leads to another page, and wait for that page."""
    with arriving(page):
        page.keyboard.press("Enter")


@contextmanager
def sending(hands: Hands, button: str) -> Iterator[None]:
    """Change a form in here: it is sent, which a script does by itself, and answered."""
    if hands.has_script:
        with arriving(hands.page):
            yield
    else:
        yield
        hands.send(hands.page.get_by_role("button", name=button, exact=True))


class Hands(Protocol):
    """What an analyst does to a page; links are followed and forms sent up to the next page."""

    page: Page
    has_script: bool

    def follow(self, link: Locator) -> None: ...
    def press(self, control: Locator) -> None: ...
    def send(self, button: Locator) -> None: ...
    def fill(self, field: Locator, text: str) -> None: ...
    def tick(self, box: Locator) -> None: ...
    def choose(self, select: Locator, label: str) -> None: ...


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page, *, has_script: bool) -> None:
        self.page = page
        self.has_script = has_script

    def follow(self, link: Locator) -> None:
        press(link)

    def press(self, control: Locator) -> None:
        control.click()

    def send(self, button: Locator) -> None:
        press(button)

    def fill(self, field: Locator, text: str) -> None:
        field.fill(text)

    def tick(self, box: Locator) -> None:
        box.check()

    def choose(self, select: Locator, label: str) -> None:
        select.select_option(label=label)


class Keys:
    """Tabs to a control and uses it, seeing where the focus is all the way."""

    has_script = True

    def __init__(self, page: Page) -> None:
        self.page = page

    def follow(self, link: Locator) -> None:
        self._reach(link)
        enter(self.page)

    def press(self, control: Locator) -> None:
        self._reach(control)
        self.page.keyboard.press("Enter")

    def send(self, button: Locator) -> None:
        self.follow(button)

    def fill(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def tick(self, box: Locator) -> None:
        self._reach(box)
        self.page.keyboard.press("Space")

    def choose(self, select: Locator, label: str) -> None:
        self._reach(select)
        self.page.keyboard.type(label)
        self.page.keyboard.press("Tab")

    def _reach(self, control: Locator) -> None:
        control.wait_for(state="attached")
        for _press in range(MOST_TABS):
            if control.evaluate("element => element === document.activeElement"):
                assert self._focus_is_seen(), "the focused control has no visible outline"
                return
            self.page.keyboard.press("Tab")
        message = f"{control} is not reached by {MOST_TABS} tabs"
        raise AssertionError(message)

    def _focus_is_seen(self) -> bool:
        seen: bool = self.page.evaluate(
            """() => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
            }"""
        )
        return seen
