"""Folds text so that spellings of one word meet: one character for one, so offsets survive.

The result is never stored: it serves matching and searching only. Width (NFKC of single
characters), case, accents, apostrophes, dashes, quotation marks and blanks are folded, and
traditional characters become simplified ones by OpenCC's character table (TSCharacters).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

_LOOKALIKES = {
    **dict.fromkeys("‘’‛ʼʻ′`´ˈ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−－⁃", "-"),
}
_RUNS = re.compile(r"([^\x00-\x7f]+)")


def fold(text: str) -> str:
    """Return the folded text; it always has the same length as `text`."""
    table = _table()
    if text.isascii():
        return text.translate(table)
    # Runs of ASCII apart: a text of nothing else is translated many times as fast.
    return "".join([run.translate(table) for run in _RUNS.split(text)])


def simplify(text: str) -> str:
    """Return the text with simplified characters for traditional ones; offsets survive."""
    return text if text.isascii() else text.translate(_simple_table())


class _Table(dict[int, int]):
    """Maps a character's number to that of its folded form, working out each one once."""

    def __missing__(self, number: int) -> int:
        folded = self[number] = ord(_fold_character(chr(number)))
        return folded


@cache
def _table() -> _Table:
    return _Table()


def _fold_character(character: str) -> str:
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    if character.isspace():
        return " "
    wide = unicodedata.normalize("NFKC", character)
    base = wide if len(wide) == 1 else character
    bare = unicodedata.normalize("NFD", base)[0] if base.isalpha() else base
    lower = bare.lower()
    plain = lower if len(lower) == 1 else bare
    return _simplified().get(plain, plain)


@cache
def _simple_table() -> dict[int, str]:
    return str.maketrans(_simplified())


@cache
def _simplified() -> dict[str, str]:
    """Return traditional -> simplified, character by character, the first reading of each."""
    table = resources.files("opencc").joinpath("dictionary", "TSCharacters.txt")
    rows = (line.split() for line in table.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1] for row in rows if len(row) >= 2 and len(row[1]) == 1}
