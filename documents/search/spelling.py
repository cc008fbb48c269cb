"""Finds the word that was meant where one finds nothing, among the words of visible records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from documents.search.tree import Node, Phrase, Prefix, rewrite, wanted
from documents.text.analysis import is_han, stems, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

MOST_WORDS = 4
SHORTEST = 4
SHORTEST_CHINESE = 3
LONG = 7
READ = 4000
TRIED = 6


@dataclass(frozen=True, slots=True)
class Index:
    """What is needed of an index: the words that begin so, and how many records a tree finds.

    `count` counts for the viewer, so that no word of a record hidden from him is proposed.
    `chinese` are names of topics in Chinese characters: such text has no words to compare.
    """

    words: Callable[[str, int], Sequence[str]]
    count: Callable[[Node], int]
    chinese: Sequence[str] = ()


def respelt(typed: Node, index: Index) -> Node | None:
    """Return the tree with each word that finds nothing replaced by the likeliest one meant."""
    better: dict[Phrase, Phrase] = {}
    for leaf in islice(_single_words(typed), MOST_WORDS):
        if not index.count(leaf) and (meant := _meant(leaf, index)):
            better[leaf] = meant
    for leaf in islice(_chinese_runs(typed), MOST_WORDS):
        if not index.count(leaf) and (meant := _name_meant(leaf, index)):
            better[leaf] = meant

    def change(node: Node) -> Node:
        return better.get(node, node) if isinstance(node, Phrase) else node

    return rewrite(typed, change) if better else None


def _single_words(typed: Node) -> Iterator[Phrase]:
    for leaf in dict.fromkeys(wanted(typed)):
        if isinstance(leaf, Prefix) or leaf.field not in ("", "title") or len(leaf.terms) != 1:
            continue
        if len(leaf.terms[0]) >= SHORTEST - 1 and leaf.terms[0].isascii():
            yield leaf


def _chinese_runs(typed: Node) -> Iterator[Phrase]:
    for leaf in dict.fromkeys(wanted(typed)):
        if isinstance(leaf, Prefix) or leaf.field or len(leaf.terms) < SHORTEST_CHINESE:
            continue
        if all(map(is_han, leaf.terms)):
            yield leaf


def _name_meant(leaf: Phrase, index: Index) -> Phrase | None:
    """Return the name of a topic that differs in one character and finds most."""
    typed = "".join(leaf.terms)
    near = (
        name
        for name in index.chinese
        if len(name) == len(typed) and sum(map(str.__ne__, name, typed)) == 1
    )
    found = [(-index.count(one), one) for one in map(_as_chinese, islice(near, TRIED))]
    found = [pair for pair in found if pair[0]]
    return min(found, key=lambda pair: (pair[0], pair[1].typed))[1] if found else None


def _as_chinese(name: str) -> Phrase:
    return Phrase(tuple(name), typed=name)


def _meant(leaf: Phrase, index: Index) -> Phrase | None:
    """Return the nearest word that finds something; of several, the one that finds most."""
    [word] = words(leaf.typed) or [leaf.terms[0]]
    if len(word) < SHORTEST or not word.isalpha():
        return None
    nearest = islice(_by_distance(word, _candidates(word, index)), TRIED)
    found = [
        (distance, -count, other)
        for distance, other in nearest
        if (count := index.count(_as_leaf(leaf, other)))
    ]
    return _as_leaf(leaf, min(found)[2]) if found else None


def _as_leaf(leaf: Phrase, word: str) -> Phrase:
    return replace(leaf, terms=tuple(stems(word)), typed=word, is_quoted=False)


def _candidates(word: str, index: Index) -> set[str]:
    """Return indexed words that begin alike, or as if one of the first letters were wrong."""
    beginnings = {word[:2], word[1] + word[0], word[0] + word[2], word[1:3]}
    return {other for start in beginnings for other in index.words(start, READ)}


def _by_distance(word: str, others: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the words within one change of a short word, two of a long one, the nearest first."""
    most = 2 if len(word) >= LONG else 1
    near = [
        (distance, other)
        for other in others
        if abs(len(other) - len(word)) <= most
        and other != word
        and (distance := changes_between(word, other)) <= most
    ]
    yield from sorted(near)


def changes_between(one: str, other: str) -> int:
    """Return how many letters were added, lost, changed or swapped with their neighbour.

    Optimal string alignment, the restricted form of Damerau (1964).
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        row = [at + 1]
        for to, wanted_letter in enumerate(other):
            cost = min(last[to] + (letter != wanted_letter), last[to + 1] + 1, row[to] + 1)
            if at and to and letter == other[to - 1] and one[at - 1] == wanted_letter:
                cost = min(cost, before[to - 1] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
