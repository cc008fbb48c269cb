"""About how wide words are drawn, for placing them in a drawing that measures no fonts."""

from __future__ import annotations

from documents.text.analysis import is_han

LATIN, HAN = 6.2, 11.5
"""How wide a letter of either script is, about, at the size of the labels."""


def width_of(text: str) -> float:
    """Return about how wide a label is drawn, in units of the view box."""
    return sum(HAN if is_han(letter) else LATIN for letter in text)
