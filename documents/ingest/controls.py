"""The words of a site's own controls; a line made of nothing else is chrome."""

from __future__ import annotations

import re
from functools import cache

from documents.ingest.phrases import load_words

_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_GLUE = re.compile(
    r"[\s|/\\>›»<«·•\-–—_:：;,，.。、!?！？()（）\[\]【】{}+*×✕✖✓▲▼△▽▾▴☰≡↑↓←→►▶★☆#&＆=~'’\"“”\d]+"
)


@cache
def _words() -> re.Pattern[str]:
    phrases = {word.casefold() for word in load_words("controls")}
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(
        "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    )


def is_only_controls(text: str) -> bool:
    """Say whether a short line holds nothing but control words and separators.

    Words may be glued as in "Video PlayerClose"; a line of separators alone counts as well.
    """
    if len(text) > 160 or (_DIGIT.search(text) and not _LETTER.search(text)):
        return False
    rest = text.casefold().replace("’", "'")
    while rest:
        rest = _GLUE.sub("", rest, count=1) if _GLUE.match(rest) else rest
        if not rest:
            return True
        match = _words().match(rest)
        if match is None:
            return False
        rest = rest[match.end() :]
    return True
