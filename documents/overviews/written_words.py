"""A term of the index as a reader would write it: a whole word in its most frequent form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from documents.search.highlight import find_spans
from documents.search.tree import Phrase
from documents.text.analysis import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLACES = 6
"""Places of a text that are looked at."""
AROUND = 12
"""Characters on either side that decide how a Chinese text is cut into words."""
LONGEST_HAN = 6


class Written(NamedTuple):
    """A word and its language, "en" or "zh"."""

    text: str
    language: str


def written_word(term: str, texts: Iterable[str]) -> Written | None:
    """Return the form in which texts write a stem, or the word that holds two Chinese characters.

    None where the characters belong to two words, as 市群 in 城市|群体, or stand nowhere.
    """
    han = is_han(term)
    forms = Counter(
        form
        for text in texts
        for form in (_words_holding(term, text) if han else _forms(term, text))
    )
    if not forms:
        return None
    [(best, _count)] = forms.most_common(1)
    return Written(best, "zh" if han else "en")


def _forms(stem: str, text: str) -> Iterator[str]:
    """Yield a word as it stands; in small letters unless it is a name or an abbreviation."""
    for span in find_spans(text, [Phrase((stem,))], PLACES):
        word = text[span.start : span.end]
        begins = span.start == 0 or text[: span.start].rstrip()[-1:] in '.!?:\n“"'
        is_name = word[:1].isupper() and word[1:].islower() and not begins
        if is_name or (word.isupper() and len(word) > 1):
            yield word
        elif not begins or word.islower():
            yield word.lower()


def _words_holding(pair: str, text: str) -> Iterator[str]:
    from rjieba import tokenize

    for span in find_spans(text, [Phrase(tuple(pair))], PLACES):
        begin = max(0, span.start - AROUND)
        at, end = span.start - begin, span.end - begin
        for word, start, stop in tokenize(text[begin : span.end + AROUND], "default"):
            if start <= at and end <= stop and stop - start <= LONGEST_HAN and is_han(word):
                yield word
