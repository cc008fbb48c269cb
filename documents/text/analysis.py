"""Turns text into terms with offsets: the one analyser of every engine and of highlighting.

Text is folded; a Latin word is one term, stemmed by Snowball's English rules; a Chinese character
is one term. Every term takes one position, so a Chinese word, or a word with a hyphen, is searched
as the phrase of its terms.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ANALYSER_VERSION = "1"
"""Kept with every index: an index made by another analyser is not searched."""

LONGEST_TERM = 60
MOST_REMEMBERED = 200_000
HAN = r"〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}])"
    r"|\d{1,3}(?:,\d{3})+(?!\w)"
    rf"|[^\W_{HAN}]+(?:'[^\W_{HAN}]+)*"
)
_PLAIN_TOKEN = re.compile(_TOKEN.pattern.replace("?P<han>", "?:"))
_LATIN_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\w)|[a-z0-9]+(?:'[a-z0-9]+)*", re.ASCII)
"""The same for a folded text of ASCII only: a third of the time."""


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
        yield _term(token, position)


def find_term(folded: str, start: int) -> Term | None:
    """Return the term of a folded text that begins just at a place."""
    token = _TOKEN.match(folded, start)
    return _term(token, 0) if token else None


def stems(text: str) -> list[str]:
    """Return only the indexed forms, in order: the quick way for whole bodies."""
    return stems_of(tokens(text))


def words(text: str) -> list[str]:
    """Return only the unstemmed forms, in order."""
    return words_of(tokens(text))


def tokens(text: str) -> list[str]:
    """Return the folded pieces that `stems_of` and `words_of` take, in order."""
    folded = fold(text)
    pattern = _LATIN_TOKEN if folded.isascii() else _PLAIN_TOKEN
    found: list[str] = pattern.findall(folded)
    return found


def stems_of(pieces: Iterable[str]) -> list[str]:
    """Return the indexed form of each piece."""
    return list(map(_stem_of_piece.__getitem__, pieces))


def words_of(pieces: Iterable[str]) -> list[str]:
    """Return the unstemmed form of each piece."""
    return list(map(_word_of_piece.__getitem__, pieces))


def stemmed(word: str) -> str:
    """Return the stem of a folded word; numbers and other scripts stay as they are."""
    return _stem_of_word[word]


def _worked_out_stem(word: str) -> str:
    if not word.isascii() or not word.isalpha():
        return word
    return _stemmer()(word)


def is_han(text: str) -> bool:
    """Tell whether a text is made of Chinese characters only."""
    return bool(_han_run().fullmatch(text))


def _term(token: re.Match[str], position: int) -> Term:
    text = token[0]
    if token["han"]:
        return Term(text, *token.span(), position, text)
    word = _bare(text)
    return Term(stemmed(word), *token.span(), position, word)


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


class _Memory(dict[str, str]):
    """Keeps what was worked out for a word; when it is full it begins anew."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        # The same word in many texts is one string, so that a batch of texts takes little memory.
        found = self[word] = sys.intern(self._work_out(word))
        return found


_stem_of_word = _Memory(_worked_out_stem)
_stem_of_piece = _Memory(lambda piece: stemmed(_bare(piece)))
_word_of_piece = _Memory(_bare)
