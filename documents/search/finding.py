"""Answers a question: reads it, asks the engine, joins the answer to the records."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import Count

from documents.models import Document, IndexTarget
from documents.search import degraded, indexes
from documents.search.best_match import find_best_match
from documents.search.engines.base import EngineQuery, EngineResults, IndexUnusableError
from documents.search.expansion import expand
from documents.search.highlight import marked, snippet, units_of
from documents.search.labelling import facets_of
from documents.search.labels import load_labels
from documents.search.naming import chosen_filters, resolve
from documents.search.query import LAST_PAGE, PER_PAGE
from documents.search.results import Hit, IndexState, SearchPage
from documents.search.syntax import describe, parse
from documents.search.tree import wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.models import Visibility
    from documents.search.query import SearchQuery
    from documents.search.results import BestMatch, Expansion
    from documents.search.tree import Node

logger = logging.getLogger(__name__)


def find(query: SearchQuery, visibility: Visibility) -> SearchPage:
    """Return one page of the answer, as far as the viewer may see it. It never fails.

    When no index can answer, the database does, without facets, and `index` says so.
    """
    parsed = parse(query.text)
    tree, unknown_names = resolve(parsed.tree)
    tree, also = _with_other_names(tree, query)
    chosen = chosen_filters(query)
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
    )
    answer, state = _answered(asked, visibility)
    best = _best(query, asked, visibility) if answer.hits and not state.is_degraded else None
    return SearchPage(
        total=answer.total,
        hits=_hits(_ids(answer, best), tree, visibility),
        facets=() if state.is_degraded else facets_of(answer.counts, chosen.filters),
        repairs=(*parsed.repairs, *unknown_names, *chosen.repairs),
        understood=describe(parsed.tree),
        page=min(max(query.page, 1), _pages(answer.total)),
        pages=_pages(answer.total),
        index=state,
        also=also,
        best=best,
    )


def _best(query: SearchQuery, asked: EngineQuery, visibility: Visibility) -> BestMatch | None:
    """Return the record that was named by number or title, on the first page only."""
    if asked.start or query.sort != "relevance":
        return None
    try:
        return find_best_match(query.text, asked, visibility, indexes.live().search)
    except (IndexUnusableError, OSError):
        return None


def _ids(answer: EngineResults, best: BestMatch | None) -> list[int]:
    """Return the records of the page in order, the one that was named first."""
    first = [best.document.pk] if best else []
    return list(dict.fromkeys([*first, *(hit.document_id for hit in answer.hits)]))


def _with_other_names(tree: Node, query: SearchQuery) -> tuple[Node, tuple[Expansion, ...]]:
    if query.exact or not query.text.strip():
        return tree, ()
    return expand(tree, load_labels(), query.dropped)


def _pages(total: int) -> int:
    return min(max(-(-total // PER_PAGE), 1), LAST_PAGE)


def _answered(asked: EngineQuery, visibility: Visibility) -> tuple[EngineResults, IndexState]:
    """Ask the index, once more when it was swapped meanwhile, and the database in the end."""
    for _ in range(2):
        try:
            state = _state()
            return _within(asked, indexes.live().search), state
        except IndexUnusableError as error:
            logger.warning("Searching without an index: %s", error)
            indexes.forget(indexes.current_name(indexes.chosen()))
        except OSError:
            logger.exception("The search index cannot be read")
    answered = _within(asked, lambda query: degraded.answer(query, visibility))
    return answered, IndexState(is_degraded=True)


def _within(asked: EngineQuery, search: Callable[[EngineQuery], EngineResults]) -> EngineResults:
    """Return the page asked for; the last one where there are fewer."""
    answer = search(asked)
    if answer.total and not answer.hits:
        last = replace(asked, start=(_pages(answer.total) - 1) * PER_PAGE)
        return search(last) if last.start != asked.start else answer
    return answer


def _state() -> IndexState:
    """Return how many changes the index has not heard of; raise when it hears of none."""
    name = indexes.current_name(indexes.chosen())
    waiting = (
        IndexTarget.objects.filter(name=name)
        .annotate(waiting=Count("jobs"))
        .values_list("waiting", flat=True)
        .first()
    )
    if waiting is None and indexes.chosen() != "memory":
        message = "The database does not know the index."
        raise IndexUnusableError(message)
    return IndexState(waiting=waiting or 0)


def _hits(ids: list[int], tree: Node, visibility: Visibility) -> tuple[Hit, ...]:
    units = units_of(wanted(tree))
    documents = (
        Document.objects.visible_to(visibility)
        .select_related("source")
        .defer("restricted_body")
        .in_order(ids)
    )
    return tuple(
        Hit(document, snippet(_zones(document, visibility), units), marked(document.title, units))
        for document in documents
    )


def _zones(document: Document, visibility: Visibility) -> tuple[str, ...]:
    """Return the public text a passage may come from; none while an embargo hides it."""
    if document.is_embargoed(visibility.now):
        return ()
    return (document.abstract, document.body)
