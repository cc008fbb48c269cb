"""Whether a name is spelt as a name: capitals of places, exact acronyms, doubtful short forms."""

from __future__ import annotations

import re

from documents.gazetteer.vocabulary import Name, TopicFacts

# Without their apostrophe, or by chance, these are words or names of persons as well.
NEEDS_PROVINCE = frozenset(
    {"jian", "luan", "yaan", "xian", "aba", "bose", "puer", "lijiang", "ili"}
)
_ACRONYM = re.compile(r"[A-Z0-9&]{2,7}s?")
_LATIN = re.compile(r"[A-Za-z]")


def is_spelt(surface: str, name: Name, topic: TopicFacts | None) -> bool:
    """Whether the text writes the name with the capitals that it must have.

    Acronyms are exact (SMEs, BRI); every Latin name of a region or a cluster begins with a capital,
    except those that are common words ("western provinces"). Themes are in any case.
    """
    if not _LATIN.match(surface):
        return True
    if _ACRONYM.fullmatch(name.text):
        return surface in {name.text, f"{name.text}s"}
    if topic is None or topic.facet not in {"region", "cluster"} or name.text[0].islower():
        return True
    return _has_capital(surface, name.text)


def needs_province(surface: str) -> bool:
    """Whether a short form counts only where its province stands in the text."""
    return surface.lower() in NEEDS_PROVINCE


def _has_capital(surface: str, name: str) -> bool:
    """Whether the first letter is a capital, or another of a name such as "northeast China"."""
    if surface[0].isupper():
        return True
    return name.count(" ") > 0 and any(letter.isupper() for letter in surface)
