"""Tells the words for a site's sections and kinds of pages from names."""

from __future__ import annotations

import re

from documents.ingest.controls import is_only_controls
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import han_count
from documents.text.folding import fold

_GENERIC = compile_phrases("sources", "generic")
_SECTION = compile_phrases("sources", "section")
_DASH = re.compile(r"\s+[–—|-]\s+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(["of", "for", "and", "the", "in", "on", "at", "to", "our", "und", "et", "de"])


def is_generic(name: str) -> bool:
    """Say whether a string is no name at all: a section, a control, a placeholder."""
    return bool(_GENERIC.match(name))


def is_section(name: str) -> bool:
    """Say whether a string is made of words for sections and kinds of pages alone."""
    if is_generic(name) or is_only_controls(name):
        return True
    if han_count(name):
        return bool(_SECTION.fullmatch(fold(name)))
    parts = _DASH.split(name)
    if len(parts) > 1:
        return all(map(is_section, parts))
    words = [word for word in _WORD.findall(name) if word.casefold() not in _SMALL]
    return bool(words) and all(_SECTION.fullmatch(word) or is_only_controls(word) for word in words)
