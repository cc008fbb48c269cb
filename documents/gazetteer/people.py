"""People named in a text, by form alone: a name beside a title, or before a verb of speech.

No list of people is kept. What has neither title nor verb beside it is not read as a name: better
one missed than a company or a street among the people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.people_han import han_people
from documents.gazetteer.people_latin import latin_people
from documents.text.matcher import leftmost_longest
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.hits import ReadZone
    from documents.gazetteer.person import Person


def people_in(text: str) -> list[Person]:
    """Return the people whom a sentence names beside a title or as speaking, in order."""
    best: dict[tuple[int, int], Person] = {}
    for one in (*latin_people(text), *han_people(text)):
        known = best.get((one.start, one.end))
        if known is None or len(known.role) < len(one.role):
            best[one.start, one.end] = one
    return leftmost_longest(best.values())


def people(read: ReadZone, taken: Sequence[Span]) -> list[Span]:
    """Return where a zone names people; neither a place nor what is `taken` is a person."""
    places = [Span(hit.start, hit.end) for hit in read.hits["place"] if not hit.is_decoy]
    others = [*places, *taken]
    found: list[Span] = []
    # A sentence without a title or a verb of speech names nobody that can be told.
    for sentence in dict.fromkeys(hit.sentence for hit in read.signals("person")):
        for one in people_in(sentence.of(read.text)):
            span = Span(sentence.start + one.start, sentence.start + one.end)
            if not any(other.start < span.end and span.start < other.end for other in others):
                found.append(span)
    return found


def role_of(name: str, sentence: str) -> str:
    """Return the role that a sentence states of a person, empty where it states none."""
    return next(
        (one.role for one in people_in(sentence) if sentence[one.start : one.end] == name), ""
    )
