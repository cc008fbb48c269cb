"""The words that stand out in what a search found: more frequent there than in the whole base.

Candidates are the heavy terms of the first records found. Each is shown as the records write it,
and counted exactly by the index: in the answer, and in all records that the viewer may see. The
order is by the log-likelihood ratio of Dunning (1993).
"""

from __future__ import annotations

import logging
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from documents.models import Document, HeavyTerms
from documents.overviews.written_words import Written, written_word
from documents.search.indexes import IndexUnusableError
from documents.search.proportions import Proportions
from documents.text.analysis import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from documents.models import Visibility
    from documents.search.query import SearchQuery

logger = logging.getLogger(__name__)

SAMPLE = 500
"""Records whose heavy terms are read."""
CANDIDATES = 80
READ_OF_A_TERM = 3
READ = 20_000
"""Characters of a record in which the form of a word is looked for."""
SHOWN = 24
LEAST_LIFT = 1.2
LEAST_RECORDS = 2
LEAST_LIKELIHOOD = 3.84
"""What chance alone exceeds once in twenty times (chi-square, one degree of freedom)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written: `count` of the records found hold it, `base_count` of all."""

    text: str
    language: str
    count: int
    base_count: int
    lift: float


@dataclass(frozen=True, slots=True)
class StandingOut:
    total: int = 0
    base_total: int = 0
    words: tuple[Word, ...] = ()


def words_standing_out(query: SearchQuery, visibility: Visibility) -> StandingOut:
    """Return at most 24 words, the most telling first; none while no index answers."""
    try:
        return _standing_out(Proportions(query, visibility), visibility)
    except (IndexUnusableError, OSError) as error:
        logger.warning("No words stand out without an index: %s", error)
        return StandingOut()


def _standing_out(counts: Proportions, visibility: Visibility) -> StandingOut:
    total, base_total = counts.total, counts.total_of_all
    if not 0 < total < base_total:
        return StandingOut(total, base_total)
    terms = _candidates(counts.first(SAMPLE), counts.terms(), visibility)
    found = []
    for word in _as_written(terms, visibility):
        count, base = counts.holding(tuple(stems(word.text)))
        lift = (count / total) / (base / base_total) if base else 0.0
        score = likelihood(count, total, base, base_total) if lift >= LEAST_LIFT else 0.0
        if score >= LEAST_LIKELIHOOD:
            one = Word(word.text, word.language, count, base, round(lift, 1))
            found.append((-score, word.text, one))
    words = tuple(one for _score, _text, one in sorted(found)[:SHOWN])
    return StandingOut(total, base_total, words)


def _candidates(
    ids: Sequence[int], left_out: frozenset[str], visibility: Visibility
) -> dict[str, list[int]]:
    """Return the terms that most records weigh most, each with the first records that hold it.

    Only records whose text the viewer may read give terms.
    """
    readable = Document.objects.readable_by(visibility).filter(pk__in=ids).values("pk")
    rows = dict(HeavyTerms.objects.filter(document__in=readable).values_list("document", "terms"))
    weights: Counter[str] = Counter()
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for pk in ids:
        for term, weight in rows.get(pk, ()):
            weights[term] += weight
            holding[term].append(pk)
    telling = (
        term
        for term, _ in sorted(weights.items(), key=lambda one: (-one[1], one[0]))
        if len(holding[term]) >= LEAST_RECORDS and term not in left_out
    )
    return {term: holding[term][:READ_OF_A_TERM] for term in islice(telling, CANDIDATES)}


def _as_written(terms: Mapping[str, Sequence[int]], visibility: Visibility) -> Iterator[Written]:
    """Yield each word once as records write it; a term that is part of no word is left out."""
    texts = _texts({pk for ids in terms.values() for pk in ids}, visibility)
    told: set[tuple[str, ...]] = set()
    for term, ids in terms.items():
        written = written_word(term, (texts[pk] for pk in ids if pk in texts))
        if written and (key := tuple(stems(written.text))) not in told:
            told.add(key)
            yield written


def _texts(ids: Iterable[int], visibility: Visibility) -> dict[int, str]:
    rows = Document.objects.readable_by(visibility).filter(pk__in=list(ids))
    return {
        pk: "\n".join((title, abstract, body))[:READ]
        for pk, title, abstract, body in rows.values_list("pk", "title", "abstract", "body")
    }


def likelihood(count: int, total: int, base: int, base_total: int) -> float:
    """Return how little chance explains that `count` of `total` hold what `base` of all hold.

    The log-likelihood ratio of the answer against all other records, in natural units.
    """
    others, other_total = base - count, base_total - total
    rate = base / base_total
    observed = ((count, total * rate), (others, other_total * rate))
    missing = (
        (total - count, total * (1 - rate)),
        (other_total - others, other_total * (1 - rate)),
    )
    return 2 * sum(
        seen * math.log(seen / expected)
        for seen, expected in (*observed, *missing)
        if seen > 0 and expected > 0
    )
