"""Terms that two records share, as a reader would write them, with a sentence of either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.text.analysis import is_han, terms_from
from documents.text.folding import fold
from documents.text.sentences import sentence_at, sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

READ = 20_000
"""Characters of a text in which the words are looked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """Terms as a text writes them, in the order asked for, and the sentence that has most."""

    words: tuple[str, ...]
    quote: str


def as_written(terms: Sequence[str], text: str) -> Written:
    """Return stems and pairs of characters as a text writes them; one it lacks stays a stem."""
    text = text[:READ]
    places = _places(terms, text)
    words = tuple(text[slice(*places[term][0])] if term in places else term for term in terms)
    return Written(words, _sentence(places, text))


type Places = dict[str, list[tuple[int, int]]]


def _places(terms: Collection[str], text: str) -> Places:
    """Return where each term stands; a text folds one to one, so its places are the text's."""
    folded = fold(text)
    found: Places = {}
    stems = {term for term in terms if not is_han(term)}
    if stems:
        for term in terms_from(folded, 0):
            if term.text in stems:
                found.setdefault(term.text, []).append((term.start, term.end))
    for pair in set(terms) - stems:
        start = folded.find(pair)
        if start >= 0:
            found[pair] = [(start, start + len(pair))]
    return found


def _sentence(places: Places, text: str) -> str:
    """Return the first of the sentences that hold most of the terms."""
    spans = sentences(text)
    holding: dict[tuple[int, int], set[str]] = {}
    for term, found in places.items():
        for start, _end in found:
            span = sentence_at(spans, start)
            if span is not None:
                holding.setdefault((span.start, span.end), set()).add(term)
    if not holding:
        return ""
    best = min(holding, key=lambda place: (-len(holding[place]), place))
    return text[slice(*best)]
