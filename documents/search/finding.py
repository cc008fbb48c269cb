"""Answers a question: reads it, asks the engine, joins the answer to the records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from documents.models import Document
from documents.search import indexes
from documents.search.answering import answered, page_count
from documents.search.best_match import find_best_match
from documents.search.engines.base import MONTH, EngineQuery, EngineResults, IndexUnusableError
from documents.search.highlight import units_of
from documents.search.labelling import facets_of
from documents.search.passages import Zone, passages_of
from documents.search.proofs import proofs_of
from documents.search.query import RECENT
from documents.search.question import read_question, topics_asked
from documents.search.record import ROUGH
from documents.search.results import Hit, SearchPage
from documents.search.sources import fill_sources
from documents.search.syntax import describe
from documents.search.tree import wanted

if TYPE_CHECKING:
    from documents.models import Visibility
    from documents.search.query import SearchQuery
    from documents.search.results import BestMatch, IndexState

SHOWN = (
    *("title", "abstract", "body", "kind", "language", "number", "sorted_on"),
    *("source", "status", "access", "visible_from", "embargo_until", "is_sample"),
)
"""The fields that one hit of a page shows; others cost as much again to read."""


def find(query: SearchQuery, visibility: Visibility) -> SearchPage:
    """Return one page of the answer, as far as the viewer may see it. It never fails.

    When no index can answer, the database does, without facets, and `index` says so.
    """
    question = read_question(query, visibility)
    asked = question.asked
    answer, state = answered(asked, visibility)
    best = _best(query, asked, visibility, state) if answer.hits else None
    return SearchPage(
        total=answer.total,
        hits=_hits(_ids(answer, best), asked, visibility),
        facets=() if state.is_degraded else facets_of(answer.counts, asked.filters),
        months=answer.counts.get(MONTH, {}),
        rough=answer.counts.get(ROUGH, {}).get(str(query.only_year), 0),
        repairs=question.repairs,
        understood=describe(question.typed),
        page=min(max(query.page, 1), page_count(answer.total)),
        pages=page_count(answer.total),
        index=state,
        also=question.also,
        left_out=question.left_out,
        best=best,
    )


def find_ids(query: SearchQuery, visibility: Visibility, most: int) -> list[int]:
    """Return the ids of the first `most` records of an answer, in the order of its pages."""
    asked = replace(read_question(query, visibility).asked, start=0, size=most, counted=())
    answer, state = answered(asked, visibility)
    best = _best(query, asked, visibility, state) if answer.hits else None
    return _ids(answer, best)[:most]


def _best(
    query: SearchQuery, asked: EngineQuery, visibility: Visibility, state: IndexState
) -> BestMatch | None:
    """Return the record that was named by number or title, on the first page only."""
    if state.is_degraded or asked.start or query.sort not in ("relevance", RECENT):
        return None
    try:
        search = indexes.answering(state.name).search
        return find_best_match(query.text, asked, visibility, search)
    except (IndexUnusableError, OSError):
        return None


def _ids(answer: EngineResults, best: BestMatch | None) -> list[int]:
    """Return the records of the page in order, the one that was named first."""
    first = [best.document.pk] if best else []
    return list(dict.fromkeys([*first, *(hit.document_id for hit in answer.hits)]))


def _hits(ids: list[int], asked: EngineQuery, visibility: Visibility) -> tuple[Hit, ...]:
    units = units_of(wanted(asked.tree))
    documents = Document.objects.visible_to(visibility).only(*SHOWN).in_order(ids)
    fill_sources(documents)
    passages = {one.pk: passages_of(_zones(one, visibility), units) for one in documents}
    unmarked = [one for one in documents if not any(found.place for found in passages[one.pk])]
    proofs = proofs_of(unmarked, topics_asked(asked), visibility)
    passages |= {pk: (proof,) for pk, proof in proofs.items()}
    return tuple(Hit(document, passages[document.pk]) for document in documents)


def _zones(document: Document, visibility: Visibility) -> tuple[Zone, ...]:
    """Return the public text a passage may come from; none while an embargo hides it."""
    if document.is_embargoed(visibility.now):
        return ()
    return (Zone("a", document.abstract), Zone("b", document.body))
