"""Cuts Chinese, which is written without blanks, into words."""

from __future__ import annotations

from documents.text.analysis import is_han, stems

_ENDINGS = frozenset("年月日市省县区")
"""What stays with the number or the name before it, however the words are cut."""

_PARTICLES = frozenset("的了和与及或在对为是")
"""Words that say nothing by themselves."""


def words_of_chinese(text: str) -> tuple[str, ...]:
    """Return the words of a text that holds Chinese, signs and particles left out.

    None where it is one word, or hardly cut into words at all, as the number of a document.
    """
    from rjieba import cut  # its dictionary takes a while to load, and few texts need it

    words: list[str] = []
    for piece in cut(text):
        if piece in _PARTICLES or not stems(piece):
            continue
        if words and piece in _ENDINGS:
            words[-1] += piece
        else:
            words.append(piece)
    telling = [word for word in words if len(word) > 1 and any(map(is_han, word))]
    return tuple(words) if len(telling) > 1 else ()
