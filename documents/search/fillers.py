"""Finds the words of a question that no record is sought by: how, do, the, in; 如何, 有哪些.

They hold a sentence together, stand in every text and say nothing of its subject. A word in
capitals (WHO, IT), in quotation marks, in a field or in a name is none. Nothing is left out where
nothing else was typed.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from documents.search.leaves import leaf_for
from documents.search.tokens import Kind, Token
from documents.search.tree import And, Node, Phrase
from documents.text.analysis import is_han, words
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ENGLISH = frozenset(
    words(
        "a an and are as at be been by can could did do does for from had has have how i in is it "
        "its me my of on or our should that the their them there these they this those to us was "
        "we were what when where which who whom whose why will with would you your"
    )
)
_CHINESE = re.compile(
    "(请问|为什么|为何|如何|怎么样|怎么办|怎么|怎样|有哪些|是哪些|哪些|什么是|是什么|有什么|什么|吗$|呢$)"
)


def cut_chinese(tree: Node) -> tuple[Node, tuple[str, ...]]:
    """Return the tree with each run of Chinese cut where it asks, and the words that ask.

    山东有哪些城市群 becomes 山东 and 城市群.
    """
    parts = tree.parts if isinstance(tree, And) else (tree,)
    pieces = [_cut(part) for part in parts]
    asking = tuple(chain.from_iterable(cut[1::2] for cut in pieces))
    leaves = [
        leaf
        for part, cut in zip(parts, pieces, strict=True)
        for leaf in (_leaves(cut[::2]) if len(cut) > 1 else (part,))
    ]
    if not asking or not leaves:
        return tree, ()
    return (leaves[0] if len(leaves) == 1 else And(tuple(leaves))), asking


def fillers_in(tree: Node) -> tuple[Phrase, ...]:
    """Return the English ones among the words that are all wanted."""
    parts = tree.parts if isinstance(tree, And) else ()
    found = tuple(part for part in parts if isinstance(part, Phrase) and _is_filler(part))
    return found if len(found) < len(parts) else ()


def without(tree: Node, gone: Collection[Node]) -> Node:
    """Return the tree without these very leaves among the words that are all wanted."""
    if not gone or not isinstance(tree, And):
        return tree
    kept = tuple(part for part in tree.parts if not any(part is one for one in gone))
    return kept[0] if len(kept) == 1 else And(kept)


def _is_filler(leaf: Phrase) -> bool:
    is_name = len(leaf.typed) > 1 and leaf.typed.isupper()
    return not (leaf.is_quoted or leaf.field or is_name) and fold(leaf.typed) in _ENGLISH


def _cut(part: Node) -> list[str]:
    """Return the pieces of a run of Chinese, and the words that ask between them."""
    if not isinstance(part, Phrase) or part.is_quoted or part.field:
        return []
    return _CHINESE.split(part.typed) if any(map(is_han, part.terms)) else []


def _leaves(pieces: list[str]) -> Iterator[Node]:
    for piece in pieces:
        leaf, _repair = leaf_for(Token(Kind.WORD, piece, typed=piece))
        if leaf is not None:
            yield leaf
