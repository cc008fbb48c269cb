"""Finds records whose words are like those of another, on any engine."""

from __future__ import annotations

import logging
import math
from collections import Counter
from typing import TYPE_CHECKING

from documents.models import HeavyTerms
from documents.search import indexes
from documents.search.engines.base import EngineQuery, IndexUnusableError
from documents.search.tree import Or, Phrase
from documents.text.analysis import is_han

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from documents.models import Document, Visibility

logger = logging.getLogger(__name__)

CANDIDATES = 200

type Weights = Mapping[str, float]


def similar_records(
    document: Document, visibility: Visibility, others: Collection[int] = ()
) -> dict[int, tuple[float, tuple[str, ...]]]:
    """Return how like other records are, in 0..1, with the words that they share most.

    The index gives the first 200 records that hold any heavy term of the record; these and
    `others` are ranked by the cosine of TF-IDF weights (Salton and Buckley 1988) over the heavy
    terms of both, with the idf of what was compared. Only what the viewer may see is compared.
    """
    own = _own_weights(document)
    if not own:
        return {}
    found = {*_found(own, visibility), *others} - {document.pk}
    weights = _weights(found)
    holding = Counter(term for terms in weights.values() for term in terms)
    idf = {term: math.log(1 + (len(weights) + 1) / (holding[term] + 1)) for term in own}
    return {pk: _likeness(own, terms, idf) for pk, terms in weights.items()}


def _found(terms: Weights, visibility: Visibility) -> list[int]:
    """Return the records that hold any of the terms, best first; none while no index answers."""
    tree = Or(tuple(Phrase(tuple(term) if is_han(term) else (term,)) for term in terms))
    query = EngineQuery(
        tree=tree,
        now=visibility.now,
        reads_licensed=False,
        size=CANDIDATES,
        counted=(),
    )
    try:
        return [hit.document_id for hit in indexes.live().search(query).hits]
    except (IndexUnusableError, OSError) as error:
        logger.warning("No similar records without an index: %s", error)
        return []


def _own_weights(document: Document) -> Weights:
    try:
        terms = document.heavy_terms.terms
    except HeavyTerms.DoesNotExist:
        return {}
    return {str(term): float(weight) for term, weight in terms}


def _weights(document_ids: Collection[int]) -> dict[int, Weights]:
    rows = HeavyTerms.objects.filter(document__in=document_ids).values_list("document", "terms")
    return {pk: {str(term): float(weight) for term, weight in terms} for pk, terms in rows}


def _likeness(one: Weights, two: Weights, idf: Weights) -> tuple[float, tuple[str, ...]]:
    # Terms that only the other has are as rare as those nobody shares.
    rarest = max(idf.values(), default=1.0)
    length = math.sqrt(_square(one, idf, rarest) * _square(two, idf, rarest))
    shared = {term: one[term] * two[term] * idf[term] ** 2 for term in one.keys() & two.keys()}
    best = sorted(shared, key=lambda term: (-shared[term], term))[:3]
    return (sum(shared.values()) / length if length else 0.0, tuple(best))


def _square(weights: Weights, idf: Weights, rarest: float) -> float:
    return sum((weight * idf.get(term, rarest)) ** 2 for term, weight in weights.items())
