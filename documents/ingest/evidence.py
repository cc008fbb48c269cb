"""What the kind of a page is concluded from."""

from __future__ import annotations

from dataclasses import dataclass

_OPENING = 400  # characters of a text that say what it is about and who sends it


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the cues look at. `default` is the usual kind of the `source`, "" where unknown.

    `source` is what the page states, `origin` also what is concluded from its form.
    `labels` are the words that may say what the site calls the page, the likeliest first.
    """

    title: str = ""
    head: str = ""
    body: str = ""
    tail: str = ""
    number: str = ""
    abstract: bool = False
    own_abstract: bool = False
    history: bool = False
    keywords: bool = False
    licensed: bool = False
    teaser: bool = False
    agency: bool = False
    default: str = ""
    source: str = ""
    origin: str = ""
    labels: tuple[str, ...] = ()
    authors: int = 0
    affiliated: bool = False
    pictured: bool = False

    @property
    def page(self) -> str:
        return f"{self.head}\n{self.body}\n{self.tail}"

    @property
    def opening(self) -> str:
        return self.body[:_OPENING]
