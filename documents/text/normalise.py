"""Brings text into the one form that is stored: line ends, NFC and blanks, nothing more."""

from __future__ import annotations

import re
import unicodedata

# Zero-width characters, joiners, direction marks, byte order mark and soft hyphen carry no text.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def normalise(raw: str) -> str:
    r"""Give the stored form of `raw`: \n line ends, NFC, single blanks, one empty line at most.

    Blanks at the ends of lines and of the text go; nothing is folded, so that a quote taken
    from the result can be found on the page again. Normalising twice changes nothing.
    """
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", raw))
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
