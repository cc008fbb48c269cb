"""A question as it is asked: read, its names looked up, other names beside those typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.search.engines.base import MONTH, EngineQuery
from documents.search.expansion import expand
from documents.search.fillers import cut_chinese, fillers_in, without
from documents.search.labels import load_labels
from documents.search.naming import TOPIC_FACETS, chosen_filters, resolve
from documents.search.numbers import number_tree
from documents.search.query import LAST_PAGE, PER_PAGE
from documents.search.record import DIRECT, FACETS, ROUGH
from documents.search.syntax import parse
from documents.search.tokens import has_operator
from documents.search.tree import Everything, Or, values_in

if TYPE_CHECKING:
    from documents.models import Visibility
    from documents.search.query import SearchQuery
    from documents.search.results import Expansion
    from documents.search.tree import Node


@dataclass(frozen=True, slots=True)
class Question:
    """`typed` is the tree of the words alone, `asked` what an engine is asked.

    `repairs` says in sentences what was mended, `also` what other names were added, `left_out`
    which words were not asked for.
    """

    typed: Node
    asked: EngineQuery
    repairs: tuple[str, ...]
    also: tuple[Expansion, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Widened:
    """Words as an engine is asked for them: `tree`, and `typed` without the words left out.

    `repairs` says what was not found by name.
    """

    tree: Node
    typed: Node
    repairs: tuple[str, ...] = ()
    also: tuple[Expansion, ...] = ()
    left_out: tuple[str, ...] = ()


def read_question(query: SearchQuery, visibility: Visibility) -> Question:
    """Return the question for one page of its answer."""
    parsed = parse(query.text)
    words = widened(parsed.tree, query, visibility)
    chosen = chosen_filters(query, visibility)
    asked = EngineQuery(
        tree=words.tree,
        now=visibility.now,
        reads_licensed=visibility.reads_licensed,
        filters=chosen.filters,
        date_from=query.date_from,
        date_to=query.date_to,
        sort=query.sort,
        start=(min(max(query.page, 1), LAST_PAGE) - 1) * PER_PAGE,
        size=PER_PAGE,
        counted=(*FACETS, MONTH, ROUGH) if query.only_year else FACETS,
    )
    repairs = (*parsed.repairs, *words.repairs, *chosen.repairs)
    return Question(words.typed, asked, repairs, words.also, words.left_out)


def ask_for_all(visibility: Visibility) -> EngineQuery:
    """Return the question for every record that the viewer may see, without facets."""
    return EngineQuery(
        Everything(), now=visibility.now, reads_licensed=visibility.reads_licensed, counted=()
    )


def topics_asked(asked: EngineQuery) -> frozenset[int]:
    """Return the topics that were chosen, or named in the words."""
    chosen = {pk for facet in TOPIC_FACETS for pk in asked.filters.get(facet, ())}
    named = (value for value in values_in(asked.tree) if value.facet in (*TOPIC_FACETS, DIRECT))
    chosen.update(pk for value in named for pk in value.values)
    return frozenset(int(pk) for pk in chosen if pk.isdigit())


def widened(typed: Node, query: SearchQuery, visibility: Visibility) -> Widened:
    """Return what an engine is asked for words typed.

    No name is added and no word left out where the question wants its words exactly; none is left
    out of a question with an operator either. A document's number is found however it is written,
    since that is one number.
    """
    asking: tuple[str, ...] = ()
    is_free = not query.exact and bool(query.text.strip())
    is_plain = is_free and not has_operator(query.text)
    if is_plain:
        typed, asking = cut_chinese(typed)
    tree, unknown_names = resolve(typed, visibility)
    also: tuple[Expansion, ...] = ()
    if is_free:
        tree, also = expand(tree, load_labels(), query.dropped)
    gone = fillers_in(tree) if is_plain else ()
    tree = without(tree, gone)
    number = number_tree(query.text)
    return Widened(
        tree=tree if number is None else Or((tree, number)),
        typed=without(typed, gone),
        repairs=unknown_names,
        also=also,
        left_out=tuple(dict.fromkeys((*asking, *(leaf.typed for leaf in gone)))),
    )
