"""How many records hold a word: among those that a question finds, and among all."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from documents.search.answering import answered, counted
from documents.search.question import ask_for_all, read_question
from documents.search.tree import And, Phrase, wanted

if TYPE_CHECKING:
    from documents.models import Visibility
    from documents.search.query import SearchQuery


class Proportions:
    """Counts for one viewer; every count may raise IndexUnusableError or OSError."""

    def __init__(self, query: SearchQuery, visibility: Visibility) -> None:
        self._visibility = visibility
        self._asked = replace(read_question(query, visibility).asked, counted=())
        self._all = ask_for_all(visibility)

    @cached_property
    def total(self) -> int:
        """How many records the question finds."""
        return counted(self._asked)

    @cached_property
    def total_of_all(self) -> int:
        return counted(self._all)

    def first(self, most: int) -> list[int]:
        """Return the ids of the most relevant records found."""
        asked = replace(self._asked, start=0, size=most, sort="relevance")
        answer, _state = answered(asked, self._visibility)
        return [hit.document_id for hit in answer.hits]

    def terms(self) -> frozenset[str]:
        """Return the terms of the question itself, those of Chinese as neighbouring pairs too."""
        leaves = [leaf.terms for leaf in wanted(self._asked.tree) if isinstance(leaf, Phrase)]
        pairs = {"".join(terms[at : at + 2]) for terms in leaves for at in range(len(terms))}
        return frozenset({term for terms in leaves for term in terms} | pairs)

    def holding(self, terms: tuple[str, ...]) -> tuple[int, int]:
        """Return how many of the records found, and how many of all, hold a word or phrase."""
        leaf = Phrase(terms, is_quoted=True)
        within = replace(self._asked, tree=And((self._asked.tree, leaf)))
        return counted(within), counted(replace(self._all, tree=leaf))
