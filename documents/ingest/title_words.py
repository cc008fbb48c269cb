"""Measures how many of a line's words come back in the text of its page, as a title's do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from documents.ingest.shape import HAN, is_prose

_WORD = re.compile(r"[^\W\d_]{4,}")
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_STEM = 5  # letters of a word that stand for its forms
_READ = 6000  # characters of the text; what a title names is named early
_FEW = 2  # words from which their share says something
_USUAL = 0.35  # the share from which a line reads as a title
_LEAST, _MOST = -0.8, 1.5  # what it weighs


def content_of(text: str) -> frozenset[str]:
    """Give the words of a text by which it is known: stems, and pairs of Han characters."""
    latin = {word[:_STEM] for word in _WORD.findall(text.casefold()) if word[0] < "\u3400"}
    pairs = {run[at : at + 2] for run in _HAN_RUN.findall(text) for at in range(len(run) - 1)}
    return frozenset(latin | pairs)


def words_said(paragraphs: Iterable[str]) -> frozenset[str]:
    """Give the words of a page's paragraphs as far as they are read."""
    text = ""
    for paragraph in paragraphs:
        text += f"\n{paragraph[:_READ]}"
        if len(text) > _READ:
            break
    return content_of(text)


def echo_weight(text: str, said: frozenset[str]) -> float:
    """Weigh a line as a title by the share of its words that the text says again; -0.8 to 1.5.

    A menu's words hardly come back. Lines of one word, paragraphs, and pages without a
    text weigh nothing.
    """
    own = content_of(text)
    if len(own) < _FEW or not said or is_prose(text):
        return 0.0
    share = len(own & said) / len(own)
    return max(_LEAST, min(_MOST, 3.0 * (share - _USUAL)))
