"""What else to ask when nothing was found: each way is counted for the viewer before it is told."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from documents.models import Topic, Visibility
from documents.search.answering import counted, known_words
from documents.search.engines.base import EngineQuery, IndexUnusableError
from documents.search.labels import load_labels
from documents.search.naming import TOPIC_FACETS
from documents.search.query import FILTERS
from documents.search.question import Question, read_question, topics_asked, widened
from documents.search.spelling import Index, respelt
from documents.search.syntax import describe
from documents.search.tree import And, Everything, Not, Or, Phrase
from documents.text.analysis import is_han, stems
from documents.text.chinese import words_of_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.search.query import SearchQuery
    from documents.search.tree import Node

logger = logging.getLogger(__name__)

MOST_PARTS = 6
MOST_TOPICS = 4


@dataclass(frozen=True, slots=True)
class Way:
    """A question that finds `count` records.

    `left_out` is the facet, "date" or the words that it leaves out; `topic` what it asks for
    instead of the words or of a narrower topic.
    """

    query: SearchQuery
    count: int
    left_out: str = ""
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class WaysOut:
    """`spelling` is the question with its words respelt, `words_only` that without any filter.

    `parted` is the question with its Chinese cut into words, which need not stand side by side.
    `filters` are the question without each of its filters, `words` without each of its words,
    `any_word` is that for records with any of them.
    """

    spelling: Way | None = None
    parted: Way | None = None
    filters: tuple[Way, ...] = ()
    words_only: Way | None = None
    words: tuple[Way, ...] = ()
    any_word: Way | None = None
    topics: tuple[Way, ...] = ()


def find_ways_out(query: SearchQuery, visibility: Visibility) -> WaysOut:
    """Return what finds something instead of a question that does not; nothing without an index."""
    try:
        return _Seeker(query, read_question(query, visibility)).ways_out()
    except (IndexUnusableError, OSError) as error:
        logger.warning("No ways out without an index: %s", error)
        return WaysOut()


class _Seeker:
    def __init__(self, query: SearchQuery, question: Question) -> None:
        self._query = query
        self._asked = question.asked
        self._question = question

    def ways_out(self) -> WaysOut:
        filters = tuple(self._without_filters())
        return WaysOut(
            spelling=self._respelt(),
            parted=self._parted(),
            filters=filters,
            words_only=self._words_only(),
            words=tuple(self._without_words()),
            any_word=self._any_word(),
            topics=tuple(self._topics()),
        )

    def _without_filters(self) -> Iterator[Way]:
        for facet in self._facets:
            if count := counted(replace(self._asked, filters=self._filters_but(facet))):
                query = self._query.without(**{FILTERS[facet]: ()})
                yield Way(query, count, left_out=facet)
        if self._query.is_dated:
            filters = self._filters_but("year")
            if count := counted(
                replace(self._asked, filters=filters, date_from=None, date_to=None)
            ):
                yield Way(self._query.of_any_date(), count, left_out="date")

    def _words_only(self) -> Way | None:
        """Return the words without their filters, where that says more than leaving out the one."""
        if not self._query.text or len(self._facets) + self._query.is_dated < 2:
            return None
        count = counted(self._unfiltered(self._asked.tree))
        return Way(self._query.unfiltered(), count) if count else None

    def _without_words(self) -> Iterator[Way]:
        typed = self._question.typed
        parts = typed.parts if isinstance(typed, And) else ()
        for part in parts[:MOST_PARTS]:
            others = tuple(other for other in parts if other is not part)
            rest = others[0] if len(others) == 1 else And(others)
            if count := self._count(rest):
                query = self._query.without(text=describe(rest))
                yield Way(query, count, left_out=describe(part))

    def _any_word(self) -> Way | None:
        typed = self._question.typed
        parts = typed.parts if isinstance(typed, And) else ()
        if any(isinstance(part, Not) for part in parts) or not parts:
            return None
        either = Or(parts)
        count = self._count(either)
        return Way(self._query.without(text=describe(either)), count) if count else None

    def _respelt(self) -> Way | None:
        index = Index(known_words, self._count_of_a_word, _chinese_names())
        meant = respelt(self._question.typed, index)
        if meant is None:
            return None
        query = self._query.without(text=describe(meant))
        if count := self._count(meant):
            return Way(query, count)
        count = counted(self._unfiltered(self._tree(meant)))
        return Way(query.unfiltered(), count) if count else None

    def _parted(self) -> Way | None:
        typed = self._question.typed
        parts = typed.parts if isinstance(typed, And) else (typed,)
        words = tuple(word for part in parts for word in _words_of(part))
        if len(words) == len(parts):
            return None
        meant = And(words)
        count = self._count(meant)
        return Way(self._query.without(text=describe(meant)), count) if count else None

    def _count_of_a_word(self, leaf: Node) -> int:
        """Return how many records hold a word; one of a topic's name is well spelt as it is."""
        named = {word for name in self._question.also for word in name.typed.split()}
        is_named = isinstance(leaf, Phrase) and leaf.typed in named
        return counted(self._unfiltered(leaf)) or int(is_named)

    def _topics(self) -> Iterator[Way]:
        """Yield broader topics than those chosen, then the topics named and those above them."""
        named, parents = self._topics_asked()
        chosen = {pk for facet in TOPIC_FACETS for pk in self._asked.filters.get(facet, ())}
        told: set[int] = set()
        for topic in named[:MOST_TOPICS]:
            is_chosen = str(topic.pk) in chosen
            offered = [parents.get(topic.parent_id or 0)]
            for other in offered if is_chosen else [topic, *offered]:
                if other is None or other.pk in told:
                    continue
                told.add(other.pk)
                if way := self._about(other, instead_of_words=not is_chosen):
                    yield way

    def _about(self, topic: Topic, *, instead_of_words: bool) -> Way | None:
        held = {topic.facet: frozenset({str(topic.pk)})}
        field = FILTERS[topic.facet]
        if instead_of_words:
            query = self._query.unfiltered().without(text="", **{field: (topic.slug,)})
            asked = replace(self._unfiltered(Everything()), filters=held)
        else:
            query = self._query.without(**{field: (topic.slug,)})
            asked = replace(self._asked, filters={**self._asked.filters, **held})
        count = counted(asked)
        return Way(query, count, topic=topic) if count else None

    def _topics_asked(self) -> tuple[list[Topic], dict[int, Topic]]:
        """Return the topics chosen or named, and by id those right above them."""
        wanted = sorted(topics_asked(self._asked))[: 2 * MOST_TOPICS]
        named = list(Topic.objects.filter(pk__in=wanted).labelled())
        named += self._topics_of_narrower_names({topic.pk for topic in named})
        above = Topic.objects.filter(pk__in=[one.parent_id for one in named if one.parent_id])
        return named, {topic.pk: topic for topic in above.labelled()}

    def _topics_of_narrower_names(self, told: set[int]) -> list[Topic]:
        """Return the topics that a thing is part of whose name was typed."""
        slugs = [(name.facet, name.slug) for name in self._question.also]
        found = Topic.objects.filter(slug__in=[slug for _facet, slug in slugs]).exclude(pk__in=told)
        return [topic for topic in found.labelled() if (topic.facet, topic.slug) in slugs]

    @property
    def _facets(self) -> list[str]:
        return [facet for facet in FILTERS if facet in self._asked.filters]

    def _filters_but(self, facet: str) -> dict[str, frozenset[str]]:
        return {name: held for name, held in self._asked.filters.items() if name != facet}

    def _tree(self, typed: Node) -> Node:
        visibility = Visibility(self._asked.now, self._asked.reads_licensed)
        return widened(typed, self._query, visibility).tree

    def _count(self, typed: Node) -> int:
        return counted(replace(self._asked, tree=self._tree(typed)))

    def _unfiltered(self, tree: Node) -> EngineQuery:
        return replace(self._asked, tree=tree, filters={}, date_from=None, date_to=None)


def _chinese_names() -> tuple[str, ...]:
    return tuple(folded for folded, _label, _topic in load_labels().names if is_han(folded))


def _words_of(node: Node) -> tuple[Node, ...]:
    """Return the words of a Chinese phrase; what was quoted or stands in a field stays whole."""
    if not isinstance(node, Phrase) or node.field or node.is_quoted:
        return (node,)
    words = words_of_chinese(node.typed)
    return tuple(Phrase(tuple(stems(word)), typed=word) for word in words) or (node,)
