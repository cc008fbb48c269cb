"""What the gazetteer found: names in a text, and the links that follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


HINTS = frozenset({"sign", "pair", "cue", "word"})
"""Rules of words that hint at a theme and prove nothing alone."""


class Ruled(Protocol):
    @property
    def rule(self) -> str: ...


def proving[M: Ruled](mentions: Iterable[M]) -> list[M]:
    """Return the mentions by which a sentence proves a topic: hints only where there is no more."""
    found = list(mentions)
    return [one for one in found if one.rule not in HINTS] or found


class FoundMention(NamedTuple):
    """A name at a place of a zone's text.

    `surface` is `text[start:end]` and `quote` is `text[quote_start:quote_start + len(quote)]`,
    the sentence round it. facet: region cluster theme instrument organisation person; sense:
    city industrial, or empty; role: about mention; polarity: plain negated listed. `topic_ids`
    holds one topic when the meaning is settled, several while it is ambiguous, none for a
    generic cluster, a citation that nothing resolves, an organisation and a person. `weight`
    says how much a theme's words tell: 1 for a name or a phrase, less for a cue that needs
    company.
    """

    zone: str
    start: int
    end: int
    surface: str
    quote: str
    quote_start: int
    facet: str
    rule: str
    topic_ids: tuple[int, ...] = ()
    sense: str = ""
    role: str = "mention"
    polarity: str = "plain"
    weight: float = 1.0

    def told(self, role: str, polarity: str) -> FoundMention:
        """Return it with its role and polarity; quicker than `_replace`."""
        if role == self.role and polarity == self.polarity:
            return self
        return FoundMention._make((*self[:-3], role, polarity, self.weight))

    @property
    def topic_id(self) -> int | None:
        """The topic it means, None while that is open."""
        return self.topic_ids[0] if len(self.topic_ids) == 1 else None


class Quote(NamedTuple):
    """A sentence that justifies a link: `text` begins at `start` of the zone's text."""

    zone: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """A topic that a record belongs under, by at least one quote, at most three shown.

    `mentions` are all settled mentions it rests on; `confidence` lies in 0..1.
    """

    topic_id: int
    confidence: float
    quotes: tuple[Quote, ...]
    mentions: tuple[FoundMention, ...]
    rule: str
    role: str = "mention"

    @property
    def is_restricted(self) -> bool:
        """Whether it rests on licensed text alone."""
        return all(mention.zone == "restricted" for mention in self.mentions)
