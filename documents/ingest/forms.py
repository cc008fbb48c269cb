"""Compiles patterns that are matched against folded text, so one spelling stands for all."""

from __future__ import annotations

import re

from documents.text.folding import fold

_KEPT = re.compile(r"\\.|\(\?P<\w+>|\(\?P=\w+\)|\(\?[a-zA-Z]+:?|.", re.DOTALL)


def folded_form(pattern: str) -> re.Pattern[str]:
    """Compile `pattern` with its letters folded (case, accents, traditional characters).

    Match it against `fold(text)`; since folding keeps the length, spans hold in the text too.
    """
    return re.compile(_KEPT.sub(_folded, pattern), re.MULTILINE)


def _folded(match: re.Match[str]) -> str:
    return fold(match[0]) if len(match[0]) == 1 and match[0].isalpha() else match[0]
