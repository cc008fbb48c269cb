"""The lines of a page as a reader hands them on: text, place and what the markup said of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line or block. `at` counts from 1 in `PageText.text`; `gap`: an empty line precedes.

    `tag` is the HTML element ("" in plain text), `linked` says that all its text is a link,
    `outside` that all extractors of main text left it out, `chosen` that all took it;
    `running` marks a page's running head or number, `last` is the last written line of one
    that was joined. `parts` is what wide gaps or tabs set apart in a short line, () for one.
    """

    text: str
    at: int = 0
    gap: bool = True
    tag: str = ""
    linked: bool = False
    outside: bool = False
    chosen: bool = False
    running: bool = False
    last: str = ""
    parts: tuple[str, ...] = ()


EDGE = 600  # lines at the head and at the foot in which a site's own lines are looked for


def edges_of(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give the head and the foot of a very long page; its middle is text."""
    return lines if len(lines) <= 2 * EDGE else lines[:EDGE] + lines[-EDGE:]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value from a page's head or a file's properties, such as ("meta", "PubDate", …)."""

    origin: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class PageText:
    text: str
    lines: tuple[Line, ...]
    facts: tuple[Fact, ...] = ()

    def fact(self, *names: str) -> Fact | None:
        """Give the first fact of the first of `names` that is there, or None."""
        by_name = {fact.name.casefold(): fact for fact in reversed(self.facts)}
        return next((by_name[name] for name in names if name in by_name), None)
