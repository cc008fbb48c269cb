"""Turns text into terms with offsets: the one analyser of every engine and of highlighting.

Text is folded; a Latin word is one term, stemmed by Snowball's English rules; a Chinese character
is one term. Every term takes one position, so a Chinese word, or a word with a hyphen, is searched
as the phrase of its terms.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ANALYSER_VERSION = "1"
"""Kept with every index: an index made by another analyser is not searched."""

LONGEST_TERM = 60
HAN = r"〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}])"
    r"|\d{1,3}(?:,\d{3})+(?!\w)"
    rf"|[^\W_{HAN}]+(?:'[^\W_{HAN}]+)*"
)
_PLAIN_TOKEN = re.compile(_TOKEN.pattern.replace("?P<han>", "?:"))


class Term(NamedTuple):
    """One term: `text` is what is indexed, `word` the same unstemmed; offsets are into the text."""

    text: str
    start: int
    end: int
    position: int
    word: str


def analyse(text: str) -> list[Term]:
    """Return the terms of a text in order; offsets are those of the text as given."""
    return list(terms_from(fold(text), 0))


def terms_from(folded: str, start: int) -> Iterator[Term]:
    """Yield the terms of a folded text from a place on, one by one; positions count from there."""
    for position, token in enumerate(_TOKEN.finditer(folded, start)):
        if token["han"]:
            yield Term(token[0], token.start(), token.end(), position, token[0])
        else:
            word = _bare(token[0])
            yield Term(stemmed(word), token.start(), token.end(), position, word)


def stems(text: str) -> list[str]:
    """Return only the indexed forms, in order: the quick way for whole bodies."""
    return [stem_of(token) for token in tokens(text)]


def words(text: str) -> list[str]:
    """Return only the unstemmed forms, in order."""
    return [word_of(token) for token in tokens(text)]


def tokens(text: str) -> list[str]:
    """Return the folded pieces that `stem_of` and `word_of` take, in order."""
    found: list[str] = _PLAIN_TOKEN.findall(fold(text))
    return found


@lru_cache(maxsize=200_000)
def stem_of(token: str) -> str:
    return stemmed(_bare(token))


def word_of(token: str) -> str:
    return _bare(token)


@lru_cache(maxsize=200_000)
def stemmed(word: str) -> str:
    """Return the stem of a folded word; numbers and other scripts stay as they are."""
    if not word.isascii() or not word.isalpha():
        return word
    return _stemmer()(word)


def is_han(text: str) -> bool:
    """Tell whether a text is made of Chinese characters only."""
    return bool(_han_run().fullmatch(text))


def _bare(token: str) -> str:
    """Drop a possessive, apostrophes inside a name and the commas of a number."""
    if "'" in token:
        token = token.removesuffix("'s").replace("'", "") or token.replace("'", "")
    return token.replace(",", "")[:LONGEST_TERM]


@cache
def _stemmer() -> Callable[[str], str]:
    from snowballstemmer import stemmer

    stem: Callable[[str], str] = stemmer("english").stemWord
    return stem


@cache
def _han_run() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]+")
