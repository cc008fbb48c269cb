"""Which names a text spells: capitals of places, exact acronyms, doubtful short forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.vocabulary import Spelling

if TYPE_CHECKING:
    from documents.gazetteer.vocabulary import Gazetteer, Layer, Name, TopicFacts

# Without their apostrophe, or by chance, these are words or names of persons as well.
_WORDS = "jian luan yaan xian aba bose puer lijiang ili"
# Of these there is another one, which the vocabulary does not hold.
_COUNTIES = ("haiyan county", "weiyuan county")
NEEDS_PROVINCE = frozenset([*_WORDS.split(), *_COUNTIES])
_ACRONYM = re.compile(r"[A-Z0-9&]{2,7}s?")
_LATIN = re.compile(r"[A-Za-z]")
_DIGIT = re.compile(r"\d")
REMEMBERED = 50_000  # surfaces, each with the names that it spells


def spelt(surface: str, gazetteer: Gazetteer) -> tuple[tuple[Layer, Spelling], ...]:
    """Return the names that a surface spells, by layer; told once for each surface."""
    known = gazetteer.spelt.get(surface)
    if known is None:
        if len(gazetteer.spelt) >= REMEMBERED:
            gazetteer.spelt.clear()
        known = gazetteer.spelt[surface] = tuple(_by_layer(surface, gazetteer).items())
    return known


def _by_layer(surface: str, gazetteer: Gazetteer) -> dict[Layer, Spelling]:
    layers: dict[Layer, dict[tuple[int | None, tuple[int, int] | None], Name]] = {}
    for name in gazetteer.matcher.values_of(surface):
        topic = gazetteer.topics.get(name.topic_id) if name.topic_id else None
        if is_spelt(surface, name, topic):
            best = layers.setdefault(name.layer, {})
            known = best.get((name.topic_id, name.part))
            if known is None or known.weight < name.weight:
                best[name.topic_id, name.part] = name
    return {layer: Spelling.of(_told(tuple(best.values()))) for layer, best in layers.items()}


def _told(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the decoys alone where there are any."""
    decoys = tuple(name for name in names if name.rule == "decoy")
    return decoys or names


def is_spelt(surface: str, name: Name, topic: TopicFacts | None) -> bool:
    """Whether the text writes the name with the capitals that it must have.

    Acronyms are exact (SMEs, BRI); every Latin name of a region or a cluster begins with a capital,
    except those that are common words ("western provinces"). Themes are in any case. The name of
    an instrument has a capital or a number somewhere: "company law" is no law.
    """
    if not _LATIN.match(surface):
        return True
    if _ACRONYM.fullmatch(name.text):
        return surface in {name.text, f"{name.text}s"}
    if topic is None or topic.facet == "theme" or name.text[0].islower():
        return True
    if topic.facet == "instrument":
        return not surface.islower() or _DIGIT.search(surface) is not None
    return _has_capital(surface, name.text)


def needs_province(surface: str) -> bool:
    """Whether a short form counts only where its province stands in the text."""
    return surface.lower() in NEEDS_PROVINCE


def _has_capital(surface: str, name: str) -> bool:
    """Whether the first letter is a capital, or another of a name such as "northeast China"."""
    if surface[0].isupper():
        return True
    return name.count(" ") > 0 and any(letter.isupper() for letter in surface)
