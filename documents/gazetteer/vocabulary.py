"""The vocabulary as the gazetteer holds it: facts of topics and one automaton for all names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from documents.text.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

INDUSTRIAL_THEME = "industrial-clusters"

type Layer = Literal["place", "theme", "pair", "instrument", "signal"]


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """What the rules need of a topic; `province_id` is the province it is or lies in."""

    pk: int
    facet: str
    slug: str
    name_en: str = ""
    name_zh: str = ""
    sense: str = ""
    level: str = ""
    parent_id: int | None = None
    province_id: int | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """One string the automaton looks for.

    Layers are matched apart, so that a theme inside a place's name is found as well. A name
    without a topic is a decoy, or a signal: a word such as "cluster" or "university" that sends a
    rule to look round it (`rule` says which). `part` says which side of which pair of words it is.
    """

    text: str
    layer: Layer
    rule: str
    topic_id: int | None = None
    weight: float = 1.0
    part: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """Names of one layer that are written alike.

    Bit n of `firsts` or `seconds` is set where they are a first or a second word of pair n.
    """

    names: tuple[Name, ...]
    topic_ids: tuple[int, ...]
    rule: str
    firsts: int = 0
    seconds: int = 0

    @classmethod
    def of(cls, names: tuple[Name, ...]) -> Spelling:
        parts = [name.part for name in names if name.part and name.topic_id]
        sides = [{number for number, side in parts if side == which} for which in (0, 1)]
        return cls(
            names,
            tuple(dict.fromkeys(name.topic_id for name in names if name.topic_id)),
            names[0].rule,
            *(sum(1 << number for number in numbers) for numbers in sides),
        )


@dataclass(frozen=True)
class Gazetteer:
    """Everything `find_mentions` needs; `version` changes whenever a name or a rule does."""

    version: str
    topics: Mapping[int, TopicFacts]
    matcher: Matcher[Name]
    moved: Mapping[str, str] = field(default_factory=dict)
    """Slugs of merged themes, and where they lead."""

    # What each surface met so far spells; filled by `spelling`.
    spelt: dict[str, tuple[tuple[Layer, Spelling], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def industrial_theme(self) -> tuple[int, ...]:
        """The theme that any industry's cluster tells, empty where the vocabulary has none."""
        slug = self.moved.get(INDUSTRIAL_THEME, INDUSTRIAL_THEME)
        return tuple(
            topic.pk
            for topic in self.topics.values()
            if topic.facet == "theme" and topic.slug == slug
        )


def gazetteer_of(
    version: str,
    topics: Iterable[TopicFacts],
    names: Iterable[Name],
    moved: Mapping[str, str] | None = None,
    phrases: Matcher[Name] | None = None,
) -> Gazetteer:
    """Build the automaton; a few thousand names take some twenty milliseconds.

    `phrases` is the automaton of the themes' words, which no change of a name touches.
    """
    return Gazetteer(
        version,
        {topic.pk: topic for topic in topics},
        Matcher(((name.text, name) for name in names), phrases),
        moved or {},
    )
