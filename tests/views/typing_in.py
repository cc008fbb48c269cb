"""Fills in the review page as a browser would: every field as it stands, then what is typed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any, Protocol


class Answered(Protocol):
    @property
    def content(self) -> bytes: ...


class _Fields(HTMLParser):
    """Collects the fields of the first form that posts to the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self._inside = False
        self._template = 0
        self._area = ""
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("method") == "post" and "action" not in given
        if tag == "template":
            self._template += 1
        if not self._inside or self._template:
            return
        if tag == "input":
            self._input(given)
        elif tag == "textarea":
            self._area = given["name"]
            self.fields[self._area] = [""]
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select and "selected" in given:
            self.fields[self._select] = [given.get("value", "")]

    def _input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"checkbox", "radio"} and "checked" not in given:
            return
        self.fields.setdefault(given["name"], []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._template -= 1
        if tag == "textarea":
            self._area = ""
        if tag == "form":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area][0] += (
                data.removeprefix("\n") if not self.fields[self._area][0] else data
            )


def filled_in(page: Answered, **typed: Any) -> dict[str, Any]:
    """Return the data that the page's form would send; a keyword replaces a field."""
    parser = _Fields()
    parser.feed(page.content.decode())
    return parser.fields | {name.replace("__", "-"): value for name, value in typed.items()}
