"""A question as it is asked: read, its names looked up, other names beside those typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.search.engines.base import MONTH, EngineQuery
from documents.search.expansion import expand
from documents.search.labels import load_labels
from documents.search.naming import TOPIC_FACETS, chosen_filters, resolve
from documents.search.numbers import number_tree
from documents.search.query import LAST_PAGE, PER_PAGE
from documents.search.record import DIRECT, FACETS, ROUGH
from documents.search.syntax import parse
from documents.search.tree import Or, values_in

if TYPE_CHECKING:
    from documents.models import Visibility
    from documents.search.query import SearchQuery
    from documents.search.results import Expansion
    from documents.search.tree import Node


@dataclass(frozen=True, slots=True)
class Question:
    """`typed` is the tree of the words alone, `asked` what an engine is asked.

    `repairs` says in sentences what was mended, `also` what other names were added.
    """

    typed: Node
    asked: EngineQuery
    repairs: tuple[str, ...]
    also: tuple[Expansion, ...]


def read_question(query: SearchQuery, visibility: Visibility) -> Question:
    """Return the question for one page of its answer."""
    parsed = parse(query.text)
    tree, unknown_names, also = widened(parsed.tree, query, visibility)
    chosen = chosen_filters(query, visibility)
    asked = EngineQuery(
        tree=tree,
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
    return Question(parsed.tree, asked, (*parsed.repairs, *unknown_names, *chosen.repairs), also)


def topics_asked(asked: EngineQuery) -> frozenset[int]:
    """Return the topics that were chosen, or named in the words."""
    chosen = {pk for facet in TOPIC_FACETS for pk in asked.filters.get(facet, ())}
    named = (value for value in values_in(asked.tree) if value.facet in (*TOPIC_FACETS, DIRECT))
    chosen.update(pk for value in named for pk in value.values)
    return frozenset(int(pk) for pk in chosen if pk.isdigit())


def widened(
    typed: Node, query: SearchQuery, visibility: Visibility
) -> tuple[Node, tuple[str, ...], tuple[Expansion, ...]]:
    """Return the tree an engine runs for words typed, what was not found by name, what was added.

    No name is added where the question wants its words exactly. A document's number is found
    however it is written, since that is one number.
    """
    tree, unknown_names = resolve(typed, visibility)
    also: tuple[Expansion, ...] = ()
    if not query.exact and query.text.strip():
        tree, also = expand(tree, load_labels(), query.dropped)
    number = number_tree(query.text)
    return (tree if number is None else Or((tree, number))), unknown_names, also
