"""Which terms an entry gives to each field of an index, the same on every engine."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from documents.search.tree import Near, Prefix
from documents.text.analysis import stems_of, tokens, words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from documents.search.record import IndexRecord
    from documents.search.tree import Phrase

GAP = ["¶"] * 11
"""Stands between two pieces of text: no phrase crosses it, nor does the widest NEAR."""

POSITIONED = ("title", "text", "restricted", "author", "source", "number")
"""Fields that keep every term in order; the text holds the title too."""

UNSTEMMED = ("author", "source", "number")
"""Fields that keep words as they are written."""

WORD_FIELDS = {"title": "title_words", "text": "words", "restricted": "restricted_words"}
"""Fields that keep each unstemmed word once, for prefixes."""

RESTRICTED = ("restricted", "restricted_words")
"""What a query on behalf of the public never touches."""

MOST_PREFIX_TERMS = 200


def terms_of(record: IndexRecord) -> dict[str, list[str]]:
    """Return the terms of each positioned field in order, then the words of each word field."""
    title = tokens(record.title)
    zones = [tokens(zone) for zone in record.zones]
    restricted = tokens(record.restricted)
    terms = {
        "title": stems_of(title),
        "text": _joined(map(stems_of, zones)),
        "restricted": stems_of(restricted),
        "author": _joined(map(words, record.authors)),
        "source": _joined(map(words, record.sources)),
        "number": _joined(map(words, record.numbers)),
        "title_words": _distinct(title),
        "words": _distinct(chain.from_iterable(zones)),
        "restricted_words": _distinct(restricted),
    }
    return {field: found for field, found in terms.items() if found}


def fields_for(leaf: Phrase | Prefix | Near, *, reads_licensed: bool) -> tuple[str, ...]:
    """Return the fields of an index that a leaf is looked for in."""
    field = _field(leaf)
    searched = (field,) if field else ("text", "restricted") if reads_licensed else ("text",)
    if isinstance(leaf, Prefix):
        return tuple(WORD_FIELDS.get(name, name) for name in searched)
    return searched


def first_with_prefix(prefix: str, dictionaries: Iterable[Iterable[str]]) -> list[str]:
    """Return the first 200 terms by code point that begin so; each dictionary is sorted."""
    found = {term for terms in dictionaries for term in terms if term.startswith(prefix)}
    return sorted(found)[:MOST_PREFIX_TERMS]


def _field(leaf: Phrase | Prefix | Near) -> str:
    return leaf.left.field if isinstance(leaf, Near) else leaf.field


def _distinct(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words_of(dict.fromkeys(found))))


def _joined(pieces: Iterable[list[str]]) -> list[str]:
    """Return the terms of all pieces with a gap between two."""
    joined: list[str] = []
    for piece in pieces:
        if piece:
            joined += [*GAP, *piece] if joined else piece
    return joined
