"""Ways to work a page, by mouse and by the keyboard alone; a task is written once for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MOST_TABS = 400


class Hands(Protocol):
    """What an analyst does to a page."""

    page: Page
    has_script: bool

    def follow(self, link: Locator) -> None: ...
    def press(self, button: Locator) -> None: ...
    def fill(self, field: Locator, text: str) -> None: ...
    def tick(self, box: Locator) -> None: ...
    def choose(self, select: Locator, label: str) -> None: ...


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page, *, has_script: bool) -> None:
        self.page = page
        self.has_script = has_script

    def follow(self, link: Locator) -> None:
        link.click()

    def press(self, button: Locator) -> None:
        button.click()

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
        self.page.keyboard.press("Enter")

    def press(self, button: Locator) -> None:
        self._reach(button)
        self.page.keyboard.press("Enter")

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
