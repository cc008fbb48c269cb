"""What the index offers while one types: records by the words of their titles, and words."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from documents.search import indexes
from documents.search.answering import counted, known_words
from documents.search.engines.base import IndexUnusableError
from documents.search.question import ask_for_all
from documents.search.syntax import parse
from documents.search.tree import And, Node, Or, Phrase, Prefix
from documents.text.analysis import is_han, stemmed, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from documents.models import Visibility

logger = logging.getLogger(__name__)

MOST_TYPED = 10
SHORTEST_PREFIX = 2
SHORTEST_COMPLETED = 3
READ_WORDS = 400
TRIED = 8


@dataclass(frozen=True, slots=True)
class Completion:
    """The whole text typed with its last word completed, and how many records it finds."""

    text: str
    count: int


def find_titled(typed: str, visibility: Visibility, most: int) -> list[int]:
    """Return the records whose title holds the words typed, the last one perhaps half of a word."""
    leaves = list(_title_leaves(typed))
    if not leaves:
        return []
    asked = replace(ask_for_all(visibility), tree=And(tuple(leaves)), size=most)
    try:
        return [hit.document_id for hit in indexes.live().search(asked).hits]
    except (IndexUnusableError, OSError) as error:
        logger.warning("No titles without an index: %s", error)
        return []


def find_completions(typed: str, visibility: Visibility, most: int) -> list[Completion]:
    """Return what the last word may become, the most frequent first.

    Each is counted together with the words before it, as the viewer's search would find it: so no
    word of a hidden record is told.
    """
    head, last = _last_word(typed)
    if len(last) < SHORTEST_COMPLETED:
        return []
    before = parse(head).tree if head.strip() else None
    try:
        found = [
            Completion(f"{head}{word}", count)
            for word in _distinct(known_words(last, READ_WORDS), last)
            if (count := counted(replace(ask_for_all(visibility), tree=_with(before, word))))
        ]
    except (IndexUnusableError, OSError) as error:
        logger.warning("No words without an index: %s", error)
        return []
    return sorted(found, key=lambda one: (-one.count, one.text))[:most]


def _title_leaves(typed: str) -> Iterator[Node]:
    pieces = [(han, list(run)) for one in typed.split() for han, run in groupby(words(one), is_han)]
    for place, (han, run) in enumerate(pieces[:MOST_TYPED]):
        if han:
            yield Phrase(tuple(run), "title")
            continue
        is_last = place == len(pieces) - 1
        for word in run[:-1] if is_last else run:
            yield Phrase((stemmed(word),), "title")
        if is_last and len(run[-1]) >= SHORTEST_PREFIX:
            yield Or((Prefix(run[-1], "title"), Phrase((stemmed(run[-1]),), "title")))


def _last_word(typed: str) -> tuple[str, str]:
    """Return what stands before the last Latin word, and that word folded; "" where there is none.

    A word behind a mark of the grammar is left alone.
    """
    last = typed.rpartition(" ")[2]
    pieces = words(last)
    if len(pieces) != 1 or not last.isalpha() or is_han(last):
        return typed, ""
    return typed[: len(typed) - len(last)], pieces[0]


def _distinct(found: Iterable[str], typed: str) -> list[str]:
    """Return one word for each stem, the shortest, those nearest to what was typed first."""
    by_stem: dict[str, str] = {}
    for word in sorted(found, key=lambda word: (len(word), word)):
        if word.isalpha() and word != typed:
            by_stem.setdefault(stemmed(word), word)
    return list(by_stem.values())[:TRIED]


def _with(before: Node | None, word: str) -> Node:
    leaf = Phrase((stemmed(word),))
    return leaf if before is None else And((before, leaf))
